using System;
using System.IO;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Copies an assembly for use as a compile reference, with all private and internal types, fields and methods made public.
/// Works on the metadata tables in place (ECMA-335, partition II, 22 to 24), so no library is needed.
/// </summary>
public class ExposeInternals : Task
{
    private const int Module = 0x00, TypeRef = 0x01, TypeDef = 0x02, FieldPtr = 0x03, Field = 0x04, MethodPtr = 0x05, MethodDef = 0x06;
    private const int Param = 0x08, ModuleRef = 0x1A, TypeSpec = 0x1B, AssemblyRef = 0x23;

    [Required] public string Source { get; set; }
    [Required] public string Destination { get; set; }

    public override bool Execute()
    {
        byte[] image = File.ReadAllBytes(Source);
        Expose(image);
        Directory.CreateDirectory(Path.GetDirectoryName(Destination));
        // Projects built in parallel share this file: it must appear whole or not at all.
        string temporary = Destination + "." + Guid.NewGuid().ToString("N");
        File.WriteAllBytes(temporary, image);
        try { File.Move(temporary, Destination); }
        catch (IOException) when (File.Exists(Destination)) { File.Delete(temporary); }
        return true;
    }

    private static void Expose(byte[] image)
    {
        int tables = FindTableStream(image, out int heapSizes);
        ulong present = BitConverter.ToUInt64(image, tables + 8);
        int[] rows = new int[64];
        int position = tables + 24;
        for (int table = 0; table < 64; table++)
        {
            if ((present & (1UL << table)) == 0) continue;
            rows[table] = BitConverter.ToInt32(image, position);
            position += 4;
        }

        int text = (heapSizes & 1) != 0 ? 4 : 2;
        int guid = (heapSizes & 2) != 0 ? 4 : 2;
        int blob = (heapSizes & 4) != 0 ? 4 : 2;
        int Simple(int table) => rows[table] > 0xFFFF ? 4 : 2;
        int resolutionScope = CodedSize(2, rows[Module], rows[ModuleRef], rows[AssemblyRef], rows[TypeRef]);
        int typeDefOrRef = CodedSize(2, rows[TypeDef], rows[TypeRef], rows[TypeSpec]);

        position += rows[Module] * (2 + text + 3 * guid);
        position += rows[TypeRef] * (resolutionScope + 2 * text);
        int typeRow = 4 + 2 * text + typeDefOrRef + Simple(Field) + Simple(MethodDef);
        for (int row = 0; row < rows[TypeDef]; row++, position += typeRow) ExposeType(image, position);
        position += rows[FieldPtr] * Simple(Field);
        int fieldRow = 2 + text + blob;
        for (int row = 0; row < rows[Field]; row++, position += fieldRow) ExposeMember(image, position);
        position += rows[MethodPtr] * Simple(MethodDef);
        int methodRow = 8 + text + blob + Simple(Param);
        for (int row = 0; row < rows[MethodDef]; row++, position += methodRow) ExposeMember(image, position + 6);
    }

    private static int CodedSize(int tagBits, params int[] rowCounts)
    {
        foreach (int count in rowCounts)
            if (count >= 1 << (16 - tagBits)) return 4;
        return 2;
    }

    private static void ExposeType(byte[] image, int at)
    {
        int visibility = image[at] & 0x07;
        // 0 and 1 are top-level types, 2 to 7 nested ones.
        image[at] = (byte)((image[at] & ~0x07) | (visibility <= 1 ? 1 : 2));
    }

    private static void ExposeMember(byte[] image, int at)
    {
        // 1 private, 2 and 3 assembly: exposed. 0 has no name to be called by; 4 and 5 are protected, and overrides must
        // repeat that.
        int access = image[at] & 0x07;
        if (access is 1 or 2 or 3) image[at] = (byte)((image[at] & ~0x07) | 6);
    }

    private static int FindTableStream(byte[] image, out int heapSizes)
    {
        int header = BitConverter.ToInt32(image, 0x3C);
        int sectionCount = BitConverter.ToUInt16(image, header + 6);
        int optional = header + 24;
        int optionalSize = BitConverter.ToUInt16(image, header + 20);
        int directories = optional + (BitConverter.ToUInt16(image, optional) == 0x20B ? 112 : 96);
        int sections = optional + optionalSize;

        int ToOffset(int address)
        {
            for (int i = 0; i < sectionCount; i++)
            {
                int section = sections + i * 40;
                int size = BitConverter.ToInt32(image, section + 8);
                int start = BitConverter.ToInt32(image, section + 12);
                if (address >= start && address < start + size) return address - start + BitConverter.ToInt32(image, section + 20);
            }
            throw new InvalidDataException("address outside every section");
        }

        int runtimeHeader = ToOffset(BitConverter.ToInt32(image, directories + 14 * 8));
        int metadata = ToOffset(BitConverter.ToInt32(image, runtimeHeader + 8));
        int versionLength = BitConverter.ToInt32(image, metadata + 12);
        int streams = metadata + 16 + versionLength;
        int count = BitConverter.ToUInt16(image, streams + 2);
        int position = streams + 4;
        for (int i = 0; i < count; i++)
        {
            int offset = BitConverter.ToInt32(image, position);
            int end = Array.IndexOf(image, (byte)0, position + 8);
            string name = System.Text.Encoding.ASCII.GetString(image, position + 8, end - position - 8);
            position += 8 + (name.Length + 4) / 4 * 4;
            if (name == "#~")
            {
                heapSizes = image[metadata + offset + 6];
                return metadata + offset;
            }
        }
        throw new InvalidDataException("no metadata table stream");
    }
}
