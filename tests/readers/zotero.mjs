// Reads a BibTeX file with the parser of Better BibTeX for Zotero, and prints its entries as JSON.
import fs from 'fs'
import { pathToFileURL } from 'url'
const [modules, file] = process.argv.slice(2)
const { parse } = await import(pathToFileURL(modules + '/@retorquere/bibtex-parser/dist/esm/index.js'))
const found = parse(fs.readFileSync(file, 'utf8'), { sentenceCase: false })
console.log(JSON.stringify({ errors: found.errors, entries: found.entries.map(({ key, fields }) => ({ key, fields })) }))
