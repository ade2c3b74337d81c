import { useState } from 'react'
import { forms, formOf } from '#domain/form/forms.ts'
import type { FormExtended } from '#domain/form/hospital-field.ts'
import { emptyOwnField, type OwnFieldForm } from '#domain/form/hospital-fields.ts'
import { lastValues } from '#domain/form/last-values.ts'
import type { FormTyped } from '#domain/form/read-form.ts'
import { shapeNow } from '#domain/form/shape.ts'
import type { FormValues } from '#domain/form/value.ts'
import { chartOf } from '#domain/view/chart.ts'
import { emptyFormDraft } from '#renderer/features/form/draft.ts'
import { FormList } from '#renderer/features/form/form-list.tsx'
import { FormReview } from '#renderer/features/form/form-review.tsx'
import { FormScreen } from '#renderer/features/form/form-screen.tsx'
import { OwnFieldsScreen } from '#renderer/features/form/own-fields-screen.tsx'
import { ConfirmStep } from '#renderer/ui/confirm-step.tsx'
import { anEntry, aDoctor, entryId, patientId } from '#tests/builders.ts'
import type { Sample } from '../sample.ts'
import { at, now, rowsOf, today, wardOfGallery } from '../ward-fixture.ts'
import { OpenPage } from './shell.tsx'

const nothing = (): void => {}
const [row] = rowsOf(wardOfGallery())

const versions: readonly FormExtended[] = [{
  definition: 'observations', version: 2, fields: [
    { name: 'own1', label: '下腿周囲 右', type: 'number', unit: 'cm', least: 5, most: 80, options: [] },
    { name: 'own2', label: '体位', type: 'choice', unit: '', least: null, most: null, options: ['仰臥位', '側臥位', '半坐位'] },
  ],
}]

const before: FormValues = { painNrs: 6, weightKg: 52.5, glucoseMgPerDl: 182, gcsEye: '3', stoolTimes: 1, own1: 31.5 }
const rows = chartOf(patientId(1), [{ seq: 1, entry: anEntry('form', { at: at(20, 6, 10), body: { definition: 'observations', version: 2, values: before } }) }]).rows

function Written({ id, typed = {}, isCorrection = false }: { readonly id: string; readonly typed?: FormTyped; readonly isCorrection?: boolean }) {
  const form = formOf(id)
  const shape = form === null ? null : shapeNow(form, versions)
  const [draft, setDraft] = useState(() => (shape === null ? null : emptyFormDraft(shape, typed)))
  if (shape === null || draft === null) return null
  return (
    <OpenPage>
      <FormScreen
        shape={shape} draft={draft} onDraft={setDraft} desk={{ patient: patientId(1), entry: entryId(1) }} now={now} last={lastValues(rows, id)}
        isCorrection={isCorrection} saved={Object.keys(typed).length === 0 ? { kind: 'nothing-yet' } : { kind: 'unsaved', isDraftKept: true }} onReview={nothing} onBack={nothing}
      />
    </OpenPage>
  )
}

const ownShown: Omit<Parameters<typeof OwnFieldsScreen>[0], 'form' | 'typed' | 'onTyped'> = { onChoose: nothing, versions, entry: entryId(1), saved: { kind: 'nothing-yet' }, onSave: nothing, onBack: nothing }

function Own({ id, from }: { readonly id: string; readonly from: Partial<OwnFieldForm> }) {
  const [typed, setTyped] = useState<OwnFieldForm>({ ...emptyOwnField, ...from })
  const form = formOf(id)
  return form === null ? null : <OpenPage here="more"><OwnFieldsScreen {...ownShown} form={form} typed={typed} onTyped={setTyped} /></OpenPage>
}

const observed: FormTyped = { painNrs: '8', painSite: '左側腹部', gcsEye: '4', gcsVerbal: '5', gcsMotor: '6', pupilRightMm: '3', pupilLeftMm: '9.5', lightReflexRight: 'prompt', weightKg: '52.75', glucoseMgPerDl: '14', meal: 'lunch', mealStaple: '11', stoolBristol: '6', own1: '32' }
const note: FormTyped = { problem: '#1 発熱', subjective: '「寒気がする。体がだるい」', objective: '体温 38.6 ℃、悪寒あり。左側腹部に圧痛。\n尿は混濁している。', assessment: '尿路感染の悪化が疑わしい。', plan: '医師に報告し、血液培養の指示を受ける。\n2時間後に体温を測る。' }

export const samples: readonly Sample[] = [
  { name: 'form-list', render: () => <OpenPage><FormList onChoose={nothing} onBack={nothing} /></OpenPage> },
  ...forms.map(({ id }): Sample => ({ name: `form-${id}`, render: () => <Written id={id} /> })),
  { name: 'form-written-observations', render: () => <Written id="observations" typed={observed} /> },
  { name: 'form-written-soap', render: () => <Written id="soap" typed={note} /> },
  { name: 'form-phrases', render: () => <Written id="soap" typed={note} />, focus: 'textarea', key: 'Alt+T' },
  { name: 'form-correction', render: () => <Written id="soap" typed={note} isCorrection /> },
  { name: 'form-own', render: () => <Own id="observations" from={{ label: '胸囲', type: 'number', unit: 'cm' }} /> },
  { name: 'form-own-none', render: () => <Own id="soap" from={{ label: '家族の様子', type: 'choice', options: '落ち着いている\n不安が強い' }} /> },
  {
    name: 'form-review',
    render: () => (
      <OpenPage>
        <ConfirmStep title="観察・測定の確認" row={row ?? null} today={today} saved={{ kind: 'unsaved', isDraftKept: true }} onConfirm={async () => new Promise<boolean>(nothing)} onDone={nothing} onBack={nothing}>
          <FormReview
            draft={{ id: entryId(1), kind: 'form', patient: patientId(1), at: at(20, 15, 40), body: { definition: 'observations', version: 2, values: { painNrs: 8, painSite: '左側腹部', gcsEye: '4', gcsVerbal: '5', gcsMotor: '6', pupilRightMm: 3, pupilLeftMm: 9.5, weightKg: 52.8, stoolBlood: false, drainRemark: '右 ドレーン 淡血性 30 mL。\n刺入部の発赤なし。', own1: 32 } } }}
            asks={['pupilLeftMm']} versions={versions} reason={null} onBehalfOf={aDoctor({ name: '森 一郎' })}
          />
        </ConfirmStep>
      </OpenPage>
    ),
  },
]
