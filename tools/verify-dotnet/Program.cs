using System.Text.Json;
using VerifyDotnet;

var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
while (Console.ReadLine() is { } line)
{
    var question = JsonSerializer.Deserialize<Question>(line, options)!;
    Console.WriteLine(JsonSerializer.Serialize(Judge.Answer(question), options));
}
