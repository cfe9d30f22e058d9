// Prints the references of a CSL-JSON file with citeproc-js, the processor of Zotero, in one style, a line each.
import fs from 'fs'
import { createRequire } from 'module'
const [modules, file, style, locale] = process.argv.slice(2)
const CSL = createRequire(modules + '/')('citeproc')
const items = new Map(JSON.parse(fs.readFileSync(file, 'utf8')).map((item) => [item.id, item]))
const system = { retrieveItem: (id) => items.get(id), retrieveLocale: () => fs.readFileSync(locale, 'utf8') }
const engine = new CSL.Engine(system, fs.readFileSync(style, 'utf8'))
engine.setOutputFormat('text')
engine.updateItems([...items.keys()])
const [about, lines] = engine.makeBibliography()
console.log(JSON.stringify(about.entry_ids.map(([id], i) => [id, lines[i].trim()])))
