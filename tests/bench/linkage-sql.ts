import type { Columns, Words } from '#domain/linkage/lists.ts'
import type { Tally } from '#domain/linkage/tally.ts'

/** A list as a table for the peer: folded words, and how often each stands in the searched list, so that it need count nothing. */
export function tableColumns(words: Words, columns: Columns, tally: Tally): string {
  const lines = ['id,fk,gk,wk,f,g,w,b,sex,phone,post,addr,ufk,ugk,uf,ug,ub,uy,uphone,upost']
  for (let row = 0; row < columns.count; row += 1) {
    const [fk, gk, f, g] = [columns.familyKana[row] ?? 0, columns.givenKana[row] ?? 0, columns.family[row] ?? 0, columns.given[row] ?? 0]
    const [birth, phone, post, address] = [columns.birth[row] ?? 0, columns.phone[row] ?? 0, columns.postcode[row] ?? 0, columns.address[row] ?? 0]
    const cells = [
      row, words.kana.key(fk), words.kana.key(gk), words.kana.key(fk) + words.kana.key(gk), words.name.key(f), words.name.key(g), words.name.key(f) + words.name.key(g),
      birth === 0 ? '' : String(birth), columns.sex[row] ?? 0, phone === 0 ? '' : String(phone), words.postcode.key(post), words.address.key(address),
      ...[tally.familyKana[fk], tally.givenKana[gk], tally.family[f], tally.given[g], tally.birth(birth), tally.year(birth), tally.phone(phone), tally.postcode[post]].map((bits) => 2 ** -(bits ?? 0)),
    ]
    lines.push(cells.map((cell) => (cell === '' ? '\\N' : String(cell))).join(','))
  }
  return `${lines.join('\n')}\n`
}

/** Keys and levels of domain/linkage as one query: the likeliest partner of each registration that is as likely as not. */
export function linkageQuery(prior: number): string {
  const day = (side: string): string => `(length(${side}.b) = 8 and ${side}.b[7:8] <> '00')`
  const rules = [
    `r.b = m.b and ${day('r')}`, 'r.phone = m.phone', 'r.wk = m.wk', 'r.w = m.w', 'r.fk = m.gk and r.gk = m.fk', 'r.f = m.g and r.g = m.f',
    'r.fk[1:2] = m.fk[1:2] and r.b[1:4] = m.b[1:4]', 'r.f[1:1] = m.f[1:1] and r.b[1:4] = m.b[1:4]', `r.gk = m.gk and r.b[5:8] = m.b[5:8] and ${day('r')}`, `r.g = m.g and r.b[5:8] = m.b[5:8] and ${day('r')}`,
    'r.fk[1:2] = m.fk[1:2] and r.post = m.post', 'r.f[1:1] = m.f[1:1] and r.post = m.post', 'r.gk = m.gk and r.post = m.post', 'r.g = m.g and r.post = m.post', 'r.addr = m.addr',
    `r.fk = m.fk and r.gk[1:2] = m.gk[1:2] and not coalesce(${day('r')}, false)`, `r.f = m.f and r.g[1:1] = m.g[1:1] and not coalesce(${day('r')}, false)`,
  ]
  const bits = (m: number, u: string | number): string => `log2(${m} / ${u})`
  const slip = (a: string, b: string): string => `(greatest(length(${a}), length(${b})) >= 3 and damerau_levenshtein(${a}, ${b}) <= 1)`
  const much = (a: string, b: string): string => `(jaro_winkler_similarity(${a}, ${b}) >= 0.85 or starts_with(${a}, ${b}) or starts_with(${b}, ${a}))`
  const part = (kana: string, name: string, differs: number): string => `case
    when r.${kana} = m.${kana} and r.${name} = m.${name} then ${bits(0.82, `least(m.u${kana}, m.u${name})`)}
    when r.${kana} = m.${kana} and r.${name} is not null and m.${name} is not null then ${bits(0.1, `m.u${kana}`)}
    when r.${kana} = m.${kana} then ${bits(0.88, `m.u${kana}`)}
    when r.${name} = m.${name} and r.${kana} is not null and m.${kana} is not null then ${bits(0.05, `m.u${name}`)}
    when r.${name} = m.${name} then ${bits(0.86, `m.u${name}`)}
    when r.${kana} is not null and m.${kana} is not null then case when ${slip(`r.${kana}`, `m.${kana}`)} then 3 when ${much(`r.${kana}`, `m.${kana}`)} then 1 else ${bits(differs, 0.98)} end
    when r.${name} is not null and m.${name} is not null then case when ${slip(`r.${name}`, `m.${name}`)} then 3 when ${much(`r.${name}`, `m.${name}`)} then 1 else ${bits(differs, 0.98)} end
    else 0 end`
  const birth = `case when r.b is null or m.b is null then 0
    when r.b = m.b and ${day('r')} then ${bits(0.88, 'm.ub')} when r.b[1:4] = m.b[1:4] and (r.b[5:6] = '00' or m.b[5:6] = '00') then ${bits(0.9, 'm.uy')}
    when hamming(r.b, m.b) <= 1 or damerau_levenshtein(r.b, m.b) <= 1 or r.b = m.b[1:4] || m.b[7:8] || m.b[5:6] then 4.5
    when r.b[5:8] = m.b[5:8] then case when abs(cast(r.b[1:4] as int) - cast(m.b[1:4] as int)) in (1, 14, 30, 44, 58, 63, 77, 93) then 4.5 else ${bits(0.01, 1 / 365)} end
    when r.b[1:4] = m.b[1:4] then ${bits(0.012, 1 / 85)} else ${bits(0.015, 0.98)} end`
  const sex = `case when r.sex = 0 or m.sex = 0 then 0 when r.sex = m.sex then ${bits(0.985, 0.5)} else ${bits(0.01, 0.5)} end`
  const phone = `case when r.phone is null or m.phone is null then 0 when r.phone = m.phone then ${bits(0.72, 'm.uphone')} when r.phone[-4:] = m.phone[-4:] or levenshtein(r.phone, m.phone) <= 1 then ${bits(0.06, 0.0005)} else ${bits(0.22, 0.9995)} end`
  const post = `case when r.post is null or m.post is null then 0 when r.post = m.post then ${bits(0.83, 'm.upost')} when levenshtein(r.post, m.post) <= 1 then ${bits(0.07, 0.012)} else ${bits(0.1, 0.98)} end`
  const address = `case when r.addr is null or m.addr is null then 0 when r.addr = m.addr then 12 when jaccard(r.addr, m.addr) >= 0.8 then 2 else ${bits(0.12, 0.97)} end`
  return `with c as (${rules.map((rule) => `select r.id rid, m.id mid from r join m on ${rule}`).join(' union ')}),
    s as (select c.rid, c.mid, -${prior} + (${part('fk', 'f', 0.05)}) + (${part('gk', 'g', 0.025)}) + (${birth}) + (${sex}) + (${phone}) + (${post}) + (${address}) w
      from c join r on r.id = c.rid join m on m.id = c.mid)
    select rid, arg_max(mid, w) from s where w >= 0 group by rid`
}
