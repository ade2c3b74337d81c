import { choice, choices, line, section, text, words, yesNo, type FormDefinition } from '../definition.ts'

export const care: FormDefinition = {
  id: 'care',
  label: words('処置・ケア', 'Care'),
  lead: words('行ったことと皮膚の様子', 'what was done, and the skin'),
  atLeast: [],
  sections: [
    section('行ったこと', 'What was done',
      line('what', '処置・ケア', 'What was done'),
      line('where', '部位', 'Where'),
      choices('hygiene', '清潔・体位', 'Hygiene and position', ['bed-bath', '清拭', 'bed bath'], ['bath', '入浴・シャワー', 'bath'], ['hair', '洗髪', 'hair'], ['mouth', '口腔ケア', 'mouth'], ['pad', 'おむつ', 'pad'], ['turn', '体位変換', 'turned'], ['suction', '吸引', 'suction'])),
    section('皮膚・褥瘡', 'Skin',
      line('skinSite', '部位', 'Site'),
      choice('ulcerStage', '褥瘡の深さ', 'Pressure ulcer, depth', ['d0', 'd0 なし', 'd0 none'], ['d1', 'd1 発赤', 'd1 redness'], ['d2', 'd2 真皮', 'd2 dermis'], ['D3', 'D3 皮下', 'D3 fat'], ['D4', 'D4 皮下を越える', 'D4 beyond'], ['DU', 'DU 判定不能', 'DU unstageable']),
      line('skinSize', '大きさ', 'Size', words('例 3 cm × 2 cm', 'for example 3 cm × 2 cm')),
      text('skinRemark', '皮膚の様子', 'Skin, in words')),
    section('身体抑制', 'Restraint',
      yesNo('restraint', '身体抑制をしている', 'Restraint in use'),
      line('restraintHow', '方法・部位', 'How and where'),
      text('restraintWhy', '理由と観察', 'Why, and what was seen')),
    section('備考', 'Remark', text('remark', '備考', 'Remark')),
  ],
}
