import './before.ts'
import '#renderer/base.css'
import { createRoot } from 'react-dom/client'
import { loadFonts } from '#renderer/fonts.ts'
import { LanguageProvider } from '#renderer/ui/language.tsx'
import type { Sample } from './sample.ts'

// Not eager: eager imports would be hoisted above before.ts, and zod would already have asked for `new Function`.
const modules = import.meta.glob<{ readonly samples: readonly Sample[] }>('./samples/*.tsx')
const samples = (await Promise.all(Object.values(modules).map(async (load) => load()))).flatMap((module) => module.samples)

/** `#sealed?lang=en&theme=night&text=150`; without a name, the list of all. */
function show(): void {
  const [name = '', query = ''] = location.hash.slice(1).split('?')
  const asked = new URLSearchParams(query)
  const language = asked.get('lang') === 'en' ? 'en' : 'ja'
  const html = document.documentElement
  html.lang = language
  html.dataset['theme'] = asked.get('theme') ?? 'day'
  html.dataset['text'] = asked.get('text') ?? '100'
  const sample = samples.find((candidate) => candidate.name === name)
  document.title = sample?.name ?? 'gallery'
  if (sample?.isLong === true) document.body.style.overflow = 'visible'
  root.render(
    <LanguageProvider language={language} key={location.hash}>
      {sample?.render() ?? (
        <ul>
          {samples.map(({ name: each }) => (
            <li key={each}>
              <a href={`#${each}`}>{each}</a>
            </li>
          ))}
        </ul>
      )}
    </LanguageProvider>,
  )
}

const place = document.getElementById('root')
if (place === null) throw new Error('index.html has #root')
place.style.height = '100%'
const root = createRoot(place)
window.addEventListener('hashchange', show)
// Read by pictures.mjs: which pictures there are.
Object.assign(window, { gallery: samples.map(({ name, focus = null, key = null, isLong = false }) => ({ name, focus, key, isLong })) })
await loadFonts()
show()
