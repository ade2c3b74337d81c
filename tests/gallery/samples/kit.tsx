import { Printer, UserPlus, Users } from 'lucide-react'
import { useState } from 'react'
import type { TriageCategory } from '#domain/triage/category.ts'
import { instantOf } from '#domain/time.ts'
import { Badge, Stamp, Struck } from '#renderer/ui/badge.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Check, Choice } from '#renderer/ui/choice.tsx'
import { CodeField } from '#renderer/ui/code-field.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Field } from '#renderer/ui/field.tsx'
import layout from '#renderer/ui/layout.module.css'
import { Leader, Leaders } from '#renderer/ui/leader.tsx'
import { NumberPlate } from '#renderer/ui/number-plate.tsx'
import { Plate } from '#renderer/ui/plate.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { Route } from '#renderer/ui/route.tsx'
import { SavedState } from '#renderer/ui/saved-state.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { OutOfRange, StateWord } from '#renderer/ui/state-word.tsx'
import table from '#renderer/ui/table.module.css'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { Toast } from '#renderer/ui/toast.tsx'
import { TriageChoice } from '#renderer/ui/triage-choice.tsx'
import { TriageMark } from '#renderer/ui/triage-mark.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Written } from '#renderer/ui/written.tsx'
import type { Sample } from '../sample.ts'
import css from './kit.module.css'

const nothing = (): void => {}

function Kit() {
  const [name, setName] = useState('タカハシ')
  const [category, setCategory] = useState<TriageCategory | null>('II')
  const [sex, setSex] = useState<'m' | 'f' | 'x' | null>('m')
  const [code, setCode] = useState<readonly string[]>(['6ARTV', '3Y291', '4HWE2', 'R5C'])
  const [isVerbal, setVerbal] = useState(true)
  const [tab, setTab] = useState<'chart' | 'orders' | 'notes'>('chart')
  return (
    <main className={css['sheet']}>
      <h1 className={css['title']}>部品見本</h1>
      <div className={css['two']}>
        <Section title="ボタン" note="主操作は1画面に1つ">
          <div className={css['wrap']}>
            <Button look="primary" onPress={nothing} keys={['Ctrl', 'Enter']}>保存する</Button>
            <Button onPress={nothing} icon={Printer} keys={['F11']}>印刷</Button>
            <Button onPress={nothing} look="quiet">詳しく見る</Button>
            <Button onPress={nothing} size="small">小さい</Button>
            <Button onPress={nothing} isOn>患者別</Button>
          </div>
          <div className={css['wrap']}>
            <Button onPress={nothing} look="danger">取り消し線を引く</Button>
            <Button onPress={nothing} look="final">取り消す（理由を記録）</Button>
            <Button onPress={nothing} offBecause="理由を書く">保存できません</Button>
          </div>
          <div className={css['wrap']}>
            <Button onPress={nothing} look="glass">緊急開封へ進む</Button>
            <Button onPress={nothing} look="drill">訓練を始める</Button>
          </div>
        </Section>
        <Section title="区分（トリアージ）" note="形・数字・語・色の4つ">
          <div className={css['wrap']}>
            <TriageMark category="I" words="full" size="large" />
            <TriageMark category="II" words="full" size="large" />
            <TriageMark category="III" words="full" size="large" />
            <TriageMark category="0" words="full" size="large" />
            <TriageMark category={null} words="full" size="large" />
          </div>
          <div className={css['wrap']}>
            <TriageMark category="I" words="colour" /><TriageMark category="II" /><TriageMark category="III" /><TriageMark category="0" /><TriageMark category={null} />
            <Badge>目安 II → 決定 I</Badge>
          </div>
          <TriageChoice label="タッグの色" value={category} onChange={setCategory} />
        </Section>
        <Section title="欄">
          <div className={css['fields']}>
            <Field label="氏名（カナ）" hint="分かる範囲で" help="空欄のままでも登録できます" value={name} onChange={setName} />
            <Field label="体温" hint="℃" value="42.8" onChange={nothing} says={{ kind: 'ask', words: '高い値です。このまま保存できます' }} />
            <Field label="転記した番号" value="4HWE2" kind="code" onChange={nothing} says={{ kind: 'bad', words: '紙と合いません。もう一度見て打ち直します' }} />
            <Field label="番号" value="D-AF-00014-3" onChange={nothing} says={{ kind: 'good', words: '検査数字が合っています' }} />
            <Field label="長すぎる文" value="一二三四五六七八九十" most={8} onChange={nothing} />
            <Field label="PIN" kind="secret" value="123456" onChange={nothing} />
          </div>
          <div className={css['wrap']}>
            <Choice label="性別" look="joined" value={sex} onChange={setSex} options={[{ value: 'm', label: '男' }, { value: 'f', label: '女' }, { value: 'x', label: '不明' }]} />
            <Check isOn={isVerbal} onChange={setVerbal}>口頭指示</Check>
            <Check isOn={false} onChange={nothing}>復唱した</Check>
          </div>
        </Section>
        <Section title="状態のことば">
          <div className={css['wrap']}>
            <SavedState saved={{ kind: 'unsaved', isDraftKept: true }} />
            <SavedState saved={{ kind: 'saved', at: instantOf(Date.UTC(2026, 10, 20, 7, 23, 41)) }} />
            <SavedState saved={{ kind: 'cannot-save' }} />
          </div>
          <div className={css['wrap']}>
            <StateWord is="ok">異常なし</StateWord><StateWord is="warn">14日を超過</StateWord><StateWord is="bad">連鎖に切れ目</StateWord><StateWord is="none">未実施</StateWord>
            <OutOfRange is="outside" direction="high">38.6</OutOfRange><OutOfRange is="outside" direction="low">93</OutOfRange><OutOfRange is="dangerous" direction="low">88</OutOfRange>
          </div>
          <div className={css['wrap']}>
            <Stamp>確定</Stamp><Stamp>照合済 2名</Stamp><Stamp isDraft>下書き</Stamp><Badge>第2版</Badge><Badge look="strong">接触予防策</Badge><Badge look="warn">医師未承認</Badge><Badge look="danger">アレルギー ペニシリン系</Badge>
          </div>
          <div className={css['wrap']}><Struck old="体温 36.2℃" now="38.2℃" why="理由：506-2の値を誤って入力　15:02 佐藤 美咲" /></div>
          <Leaders><Leader question="記録の連鎖" fact="1,204件を検査" state="ok" answer="異常なし" /><Leader icon={Printer} question="プリンタの試し刷り" fact="最終 11/02・15日前" state="warn" answer="14日を超過" /></Leaders>
        </Section>
      </div>
      <Section title="開封コード">
        <CodeField form="sealed" label="封筒 1号のコード" groups={code} onChange={setCode} />
      </Section>
      <div className={css['two']}>
        <Section title="帯">
          <div className={layout['column']}>
            <Banner isAnnounced={false}>二重記録を追いかけ中です。残り 214件。書き続けてかまいません。</Banner>
            <Banner isAnnounced={false} look="warn" action={<Button onPress={nothing}>病棟一式を印刷</Button>}><b>電池があと20分です。</b>病棟一式を印刷してください。</Banner>
            <Banner isAnnounced={false} look="danger" action={<Button onPress={nothing}>対処を見る</Button>}><b>保存先に書けません。</b>紙に書いてください。空きができしだい保存を再開します。</Banner>
          </div>
        </Section>
        <Section title="進み・手順・タブ">
          <div className={layout['stack']}>
            <Progress what="病棟一式を印刷しています" done={17} of={28} unit="名" secondsLeft={12} onStop={nothing} />
            <Route label="手順" stops={['確認', '時計', 'コード', '開封']} here={2} />
            <Tabs label="カルテ" prefix="kit" chosen={tab} onChoose={setTab} tabs={[{ name: 'chart', label: '経過表' }, { name: 'orders', label: '指示簿', count: 6 }, { name: 'notes', label: '看護記録' }]} />
          </div>
        </Section>
        <Section title="空・番号">
          <div className={layout['stack']}>
            <Empty title="この病棟に患者はまだいません" action={<Button icon={UserPlus} onPress={nothing} keys={['F3']}>患者登録</Button>}>最初の1名を登録すると、ここに出ます。</Empty>
            <NumberPlate label="番号（自動）" number="D-AF-00025-0" end={<Button onPress={nothing}>臨4　変更</Button>}>仮名（自動）　<Written>◇ フメイ ハガキ</Written></NumberPlate>
          </div>
        </Section>
        <Section title="表と札">
          <div className={layout['stack']}>
            <table className={`${table['table']} ${table['pressable']}`}>
              <thead><tr><th>区分</th><th>床</th><th>氏名</th><th className={table['figures']}>時刻</th></tr></thead>
              <tbody>
                <tr><td><TriageMark category="I" /></td><td>502</td><td><b>◇サクラ カモメ</b></td><td className={table['figures']}><OutOfRange is="dangerous">16:20 超過</OutOfRange></td></tr>
                <tr className={table['chosen']}><td><TriageMark category="II" /></td><td>507-2</td><td><b>髙橋 和子</b> <Badge look="strong">同</Badge></td><td className={table['figures']}><StateWord is="warn">16:30</StateWord></td></tr>
                <tr><td>－</td><td>506-1</td><td><b>林 静江</b></td><td className={table['figures']}>17:00</td></tr>
              </tbody>
            </table>
            <Plate label="端末の状態" name="封印中" beside="平常時" facts={<b>患者情報は表示できません</b>} before="準備" here="端末 AF" after="非常時運用" />
            <Button icon={Users} onPress={nothing}>続けて多数</Button>
          </div>
        </Section>
      </div>
    </main>
  )
}

function DialogSample() {
  return (
    <main className={css['sheet']}>
      <h1 className={css['title']}>対話</h1>
      <p data-never-covered>この行は覆われません</p>
      <Dialog title="14:05の体温を取り消しますか" onCancel={nothing} onAct={nothing} cancel={<Button autoFocus onPress={nothing} keys={['Esc']}>やめる</Button>} act={<Button look="final" onPress={nothing} keys={['Ctrl', 'Enter']}>取り消す</Button>}>
        <p>線を引いて残します。消えません。理由は記録と並べて表示されます。</p>
      </Dialog>
    </main>
  )
}

function ToastSample() {
  return (
    <main className={css['sheet']}>
      <h1 className={css['title']}>通知</h1>
      <Toast onGone={nothing} action={<Button size="small" onPress={nothing}>もう1枚</Button>}>507-2のラベルを2枚印刷しました</Toast>
    </main>
  )
}

export const samples: readonly Sample[] = [
  { name: 'kit', render: () => <Kit />, isLong: true },
  { name: 'kit-dialog', render: () => <DialogSample /> },
  { name: 'kit-toast', render: () => <ToastSample /> },
]
