export { createInstallationVerbs } from '../composition/create-installation.ts';
