// Proves the JSON Schemas with a standard validator: what a reader accepts its schema accepts, and what a reader refuses its schema refuses, but for the rules listed here.
// node schemas.mjs CORPUS.json: the verdicts of the readers, which the tests of ChannelModel.Serialization.SystemTextJson write beside themselves (schema-corpus.json).
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const [corpusFile] = process.argv.slice(2);
const show = Number(process.env.SHOW ?? 20);

// What only a reader refuses, by the words of its message. Each stands in docs/schemas/README.md under the same name.
const readerOnly = [
  { name: 'text of white space', message: /^an empty text was found$/ },
  { name: 'form of an id', message: /is not an id$|^a value is outside its range$/ },
  { name: 'range of a number', message: /is outside the range$|is finer than|finer than a score|is not of that unit or outside its range|is no range$|runs from .* down to/ },
  { name: 'size and digits', message: /too large or has more digits|has more than \d+ decimals|is too far away|is outside -?10\^/ },
  { name: 'sums', message: /add up to/ },
  { name: 'unit of a figure', message: /^the (number|text) .* was found$|^An amount is below 0/ },
  { name: 'references', message: /^there is no (plan|criterion|grade|partner|contract) |has no initiative|names the data duty|names '.*', which is no|asks for the demand|which is not given|is in [A-Z]{3}, the contract in/ },
  { name: 'ascending edges', message: /does not lie above|^the edge .* follows|does not start above|does not ascend|the first tier starts at|both start at|both have the value|The steps start at|leave a gap|leaves a gap|^The first edge is|the first has|rewrite version|is below .* or of another unit|^a part begins on|^the grade .* starts at/ },
  { name: 'calendar', message: /is not a date$|before the start|is not inside the term|is outside the term|is retroactive|begin with the term|last day of the calendar|^the pace of .* covers/ },
  { name: 'currencies', message: /is not an active currency code$/ },
  { name: 'names of methods', message: /is not a rule$|is not a method$|is not a rounding$|is no ready-made metric$/ },
  { name: 'each once', message: /is there twice|stands twice$|stands \d+ times$|are called '|names a commitment twice|cover the same span/ },
  { name: 'minimum and maximum', message: /^the (minimum|maximum|current spend|fixed amount|weight) of |^the total is|there is no weight above/ },
  { name: 'stages', message: /^there is no way from|^the step to .* lacks|^the stage has two limits|is before the partnership came to/ },
  { name: 'form of a record', message: /^Row \d+ is none of a statement record|statement record|budget record|^the rows of the record|^the record has \d+ lines|^the status \w+ has no amounts/ },
  { name: 'record and members', message: /not th(ose|at) of the record|^the parts are not those of the problem|^there are \d+ parts for/ },
  { name: 'what was booked', message: /^the document is of|is not the number of this entry$|^the bookings are not|^the key .* was booked|^entry \d+ is a reversal|settlement record|^an end stands without/ },
  { name: 'what a ranking needs', message: /lies outside .* to|^the bounds of .* are|are given (twice|\d+ times)$|is given twice$|is there \d+ times$|^there is no (criterion|value of) |^criterion '.*' has|^the weights are all 0|^expected q not above p|^the shares add up/ },
  { name: 'versions', message: /or one below it is missing$|overlaps version|cannot end before|^the plan is in .*, version|^the scorecard is '/ },
  { name: 'what a settlement can leave', message: /ends inside a part|were not settled by|was not in force by|^the contract (advances|holds|has no|pays)|^the deposit held|is not a settled day|is settled, so the amount|is not kept$|is not what .* means|day in common with|has this SHA-256|nothing is settled, and something|^the last settlement of the term|is settled each|Event \d+ is a reversal|event \d+ is a reversal|before the last event|at most what is held|a span/ },
  { name: 'what belongs together', message: /the adjustment by sales is not complete|needs its definition|without a target|without grades|has bands on|rows of rates differ|^The grid has|which is not stated|above the contract's value|deposit's share .* is not above|is checked against a third party|has the rule|expected different edges|points at .* are not legal|The commitment '.*' has the threshold|Expected a holdback|^'(tolerance|falsifiedAbove)' is missing$|the member 'weight' is not known here|is no rate that is scored|The plan pays nothing|name whether a value of 0 earns it/ },
];

let passed = 0;
let failed = 0;

function check(what, problem) {
  if (problem) {
    failed++;
    if (failed <= show) console.log(`FAILED ${what}: ${problem}`);
  } else {
    passed++;
  }
}

// Strict: an unknown keyword, a keyword that never applies and an ignored one are errors. A choice by 'required' alone is meant, and so are choices whose branches have no type of their own.
const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: true, allErrors: false });
addFormats(ajv);
const schemas = new Map();
for (const file of fs.readdirSync(path.join(root, 'docs/schemas')).filter(name => name.endsWith('.schema.json'))) {
  const kind = file.replace('.schema.json', '');
  try {
    schemas.set(kind, ajv.compile(JSON.parse(fs.readFileSync(path.join(root, 'docs/schemas', file), 'utf8'))));
    check(`${file} is a schema`, null);
  } catch (error) {
    check(`${file} is a schema`, error.message);
  }
}

function changed(document, change) {
  if (change.at.length === 0) return change.value;
  const copy = structuredClone(document);
  const last = change.at.at(-1);
  const parent = change.at.slice(0, -1).reduce((node, step) => node[step], copy);
  if (change.do === 'remove') delete parent[last];
  else parent[last] = change.value;
  return copy;
}

const counts = { 'files accepted by both': 0, 'changes accepted by both': 0, 'refused by both': 0, 'refused by the reader alone': 0 };
const used = new Map(readerOnly.map(rule => [rule, 0]));
const kinds = new Set();
for (const { kind, file, changes } of JSON.parse(fs.readFileSync(corpusFile, 'utf8'))) {
  const validate = schemas.get(kind);
  if (!validate) {
    check(file, `there is no schema of a ${kind}`);
    continue;
  }

  kinds.add(kind);
  const document = JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
  const whole = validate(document);
  if (whole) counts['files accepted by both']++;
  check(`${file} as a ${kind}`, whole ? null : `the reader accepts it, the schema does not: ${ajv.errorsText(validate.errors)}`);
  for (const change of changes) {
    const accepted = validate(changed(document, change));
    const what = `${file}: ${change.do} ${JSON.stringify(change.at)} ${JSON.stringify(change.value)?.slice(0, 60)}`;
    const refused = change.errors.length > 0;
    if (!refused && !accepted) {
      check(what, `the reader accepts it, the schema does not: ${ajv.errorsText(validate.errors)}`);
    } else if (refused && accepted) {
      const rules = change.errors.map(message => readerOnly.find(rule => rule.message.test(message)));
      rules.filter(Boolean).forEach(rule => used.set(rule, used.get(rule) + 1));
      counts['refused by the reader alone']++;
      const stray = change.errors[rules.findIndex(rule => !rule)];
      check(what, stray ? `the schema accepts it, and the reader refuses it by no listed rule: ${stray}` : null);
    } else {
      counts[refused ? 'refused by both' : 'changes accepted by both']++;
      check(what, null);
    }
  }
}

const readme = fs.readFileSync(path.join(root, 'docs/schemas/README.md'), 'utf8');
for (const [rule, times] of used) {
  check(`the rule '${rule.name}'`, times === 0 ? 'no file needs it' : readme.includes(`| ${rule.name} |`) ? null : 'docs/schemas/README.md does not list it');
}

const listed = [...readme.matchAll(/^\| ([^|]+) \| [^|]+ \|$/gm)].map(match => match[1]).filter(name => readme.indexOf(`| ${name} |`) > readme.indexOf('## What is proved') && name !== 'rule' && !name.startsWith('-'));
check('docs/schemas/README.md', listed.filter(name => !readerOnly.some(rule => rule.name === name)).map(name => `'${name}' is listed there alone`).join('; '));
for (const kind of schemas.keys()) check(`the schema ${kind}`, kinds.has(kind) ? null : 'no file proves it');

console.log(Object.entries(counts).map(([name, count]) => `${count} ${name}`).join(', '));
console.log(`schemas by ajv: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
