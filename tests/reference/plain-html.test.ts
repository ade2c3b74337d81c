import { describe, expect, it } from 'vitest'
import { mostNodes, readHtml, type HtmlNode } from '#domain/reference/plain-html.ts'

/** `table(row(cell(薬)))`: what the screen would draw. */
function told(html: string): string {
  const say = (node: HtmlNode): string => {
    if (node.kind === 'text') return node.text.replaceAll(/\s+/g, ' ').trim()
    const span = `${node.columns > 1 ? `×${node.columns}` : ''}${node.rows > 1 ? `÷${node.rows}` : ''}`
    return `${node.what}${span}(${node.children.map(say).filter((text) => text !== '').join(' ')})`
  }
  return readHtml(html).nodes.map(say).filter((text) => text !== '').join(' ')
}

describe('an HTML page of the hospital’s system', () => {
  it('[REF-51] keeps its tables, lists and headings, also where ends of tags were left out', () => {
    expect(told('<!DOCTYPE html><html><head><title>一覧</title></head><body><h1>処方</h1><table><tr><th>薬<th>用量<tr><td colspan=2>架空錠<tr><td rowspan="2">見本錠<td>5mg</table><ul><li>朝<li>夕</ul>')).toBe('heading(処方) table(row(head-cell(薬) head-cell(用量)) row(cell×2(架空錠)) row(cell÷2(見本錠) cell(5mg))) list(item(朝) item(夕))')
    expect(told('<table><tr><td>外<table><tr><td>内</td></tr></table>後</td><td>次</td></tr></table>')).toBe('table(row(cell(外 table(row(cell(内))) 後) cell(次)))')
    expect(told('<p>一<p>二<div>三</div>')).toBe('paragraph(一) paragraph(二) block(三)')
  })

  it('[REF-51] runs nothing, loads nothing and leads nowhere: only words are left', () => {
    const page = '<style>p{background:url(http://a/)}</style><script>alert(1)</script><svg onload=alert(1)><p onclick="alert(1)" style="x">薬 <a href="javascript:alert(1)">詳細</a><img src=x onerror=alert(1) alt="図"><iframe src="http://a/"></iframe><object data=x></object><form action="http://a/"><input type=hidden value=秘><input value="5"></form><meta http-equiv=refresh content="0;url=http://a/"><base href="http://a/"><template><p>型</p></template>'
    expect(told(page)).toBe('picture(paragraph(薬 詳細 picture(図) picture() picture() 5))')
    expect(JSON.stringify(readHtml(page))).not.toMatch(/alert|http|javascript|onload/)
  })

  it('[REF-51] keeps what changes the meaning of words: struck out, raised, lowered and ticked', () => {
    expect(told('<s>中止薬</s> <del>旧</del> 10<sup>3</sup> H<sub>2</sub>O <input type=checkbox checked>あり<input type="checkbox">なし <select><option>少<option selected>多</select>')).toBe('struck(中止薬) struck(旧) 10 raised(3) H lowered(2) O ☑ あり ☐ なし block(☐ 少) block(☑ 多)')
  })

  it('[REF-51] loses no words to signs that only look like tags, to a comment that never ends, or to entities', () => {
    expect(told('Hb <10 &lt;要確認&gt; &amp;amp; 5&micro;g &#x85AC;&#26178; &unknown; K<5')).toBe('Hb < 10 <要確認> &amp; 5µg 薬時 &unknown; K < 5')
    expect(told('前<!-- 見えない -->中<!-- <p>後 <script>残り')).toBe('前 中 paragraph(後 残り)')
    expect(told('<p title="a>b">薬</p><textarea>自由<b>記載</textarea>')).toBe('paragraph(薬) as-typed(自由<b>記載)')
    expect(told('<p title="閉じない>薬</p>')).toContain('薬')
  })

  it('[REF-51] ends for every page, however hostile, and says where it was cut', () => {
    const most = 200_000
    for (const piece of ['<', '<!--', '<!', '<div>', '<script>', '<a "', '<table><tr><td>', '&', '</p>', '<textarea>', '<!-->']) {
      const read = readHtml(piece.repeat(most / piece.length))
      expect(read.nodes.length).toBeLessThanOrEqual(mostNodes)
    }
    expect(readHtml('<p>x'.repeat(mostNodes)).isCut).toBe(true)
    expect(readHtml('<p>x').isCut).toBe(false)
  })
})
