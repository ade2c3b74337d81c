/**
 * Help for each screen, short enough to be read standing: what this is, what to do now, what to do when it cannot be
 * saved, and where the paper is. Every screen has its own; a screen without help does not compile in app.tsx.
 */
export const topics = {
  'first-run': {
    title: { ja: 'はじめに', en: 'Before anything else' },
    what: { ja: 'この端末に準備の記録が見つかりません。前に準備した端末を、もう一度準備しないための画面です。', en: 'No preparation was found on this PC. This screen keeps a prepared PC from being prepared twice.' },
    now: {
      one: { ja: '前に準備したかどうかを、情報管理室か師長に聞きます。', en: 'Ask the IT office or the head nurse whether it was prepared.' },
      two: { ja: '準備済みなら、記録のディスクやUSBをつないで「もう一度探す」を押します。', en: 'If it was: connect the disk or stick with its records, then “Look again”.' },
      three: { ja: 'はじめてなら「いいえ、はじめて」を選び、準備をはじめます。', en: 'If it was not: choose “No, this is the first time” and begin.' },
    },
  },
  'set-up': {
    title: { ja: '準備', en: 'Preparation' },
    what: { ja: '封筒とコードを作り、実際に開くことを確かめてから封印します。', en: 'Makes envelopes and codes, proves that each opens, then seals the station.' },
    now: {
      one: { ja: 'コードは1度だけ表示されます。必ず紙にしてから進みます。', en: 'Codes are shown once. Put each on paper before going on.' },
      two: { ja: '封筒は別々の場所に置き、番号と場所を台帳に書きます。', en: 'Keep the envelopes in different places and list number and place.' },
      three: { ja: '復旧責任者の鍵は、病院の外か金庫に置きます。', en: 'The recovery officer’s key goes off site or into a safe.' },
    },
  },
  sealed: {
    title: { ja: '封印中', en: 'Sealed' },
    what: { ja: '平常時の画面です。患者の記録は、だれにも読めず、書けません。', en: 'The screen of ordinary times. Nobody can read or write a patient.' },
    now: {
      one: { ja: '電子カルテが使えないときは、封筒を1通持ってきて「緊急開封へ進む」を押します。', en: 'When the record system is down: bring one envelope and press “Go to break-glass”.' },
      two: { ja: '赤や黄の点検結果は、情報管理室に伝えます。急ぐときは、そのまま開封できます。', en: 'Report red or yellow checks to the IT office. In an emergency you can open all the same.' },
      three: { ja: '台帳の指紋が封筒の用紙と違うときは、開けずに連絡します。', en: 'If the roster fingerprint differs from the envelope’s sheet, do not open; call.' },
    },
  },
  open: {
    title: { ja: '緊急開封', en: 'Break-glass' },
    what: { ja: '封筒のコードでこの端末を開けます。だれが、なぜ開けたかが記録に残ります。', en: 'Opens this station with an envelope’s code. Who opened it and why stays on record.' },
    now: {
      one: { ja: '数字キーで選び、Enter で次の欄、Ctrl+Enter で次の画面です。', en: 'Digits choose, Enter goes to the next field, Ctrl+Enter to the next screen.' },
      two: { ja: 'コードは組ごとに合否が出ます。違う組だけ打ち直します。', en: 'Each group is judged by itself. Retype only the one that does not match.' },
      three: { ja: '開かないときは、別の封筒を使います。その間は紙で続けます。', en: 'If it does not open, use another envelope. Meanwhile go on on paper.' },
    },
  },
  lock: {
    title: { ja: '施錠中', en: 'Locked' },
    what: { ja: '離れている間、患者の情報を隠します。記録はすべて保存されています。', en: 'Hides all patients while nobody is here. Every record is saved.' },
    now: {
      one: { ja: '職員番号の途中までを打ち、Enter、PIN、Enter の順です。', en: 'Part of your staff number, Enter, PIN, Enter.' },
      two: { ja: 'PINがまだない人は、登録済みの人に解錠してもらいます。', en: 'Without a PIN: ask an identified colleague to unlock.' },
      three: { ja: '再起動のあとは、リーダーの再開コードか封筒で開けます。', en: 'After a restart: a shift leader’s restart code, or an envelope.' },
    },
  },
  ward: {
    title: { ja: '病棟', en: 'Ward' },
    what: { ja: '入院中の人、空いているベッド、まだ確かめていないことが一覧で見えます。', en: 'Who is in, which beds are free, what is not confirmed yet.' },
    now: {
      one: { ja: '行かベッドを選び、Enter で記録を開きます。開いたことは記録に残ります。', en: 'Choose a row or bed; Enter opens the chart. Opening is recorded.' },
      two: { ja: '新しい人は F3 で登録します。名前が分からなくても登録できます。', en: 'F3 registers a new patient, also without a name.' },
      three: { ja: '電池が30%を切ったら、要点を紙に写し、情報管理室に伝えます。', en: 'Below 30 % battery, copy what matters onto paper and call the IT office.' },
    },
  },
  register: {
    title: { ja: '患者登録', en: 'Register' },
    what: { ja: '受付を通さずに番号を出し、記録を始めます。', en: 'Gives a number and begins a chart without the front desk.' },
    now: {
      one: { ja: '身元が分からなければ、何も入れずに Ctrl+Enter で登録できます。', en: 'If unknown, Ctrl+Enter registers at once with nothing typed.' },
      two: { ja: '同じ名前や似た名前の警告が出たら、生年月日で見分けます。', en: 'On a warning of the same or a similar name, tell them apart by birth date.' },
      three: { ja: '出た番号をバンドに書き、本人に付けます。', en: 'Write the number on a band and put it on the patient.' },
    },
  },
  find: {
    title: { ja: '探す', en: 'Find' },
    what: { ja: 'この病棟と病院の一覧から、名前、ローマ字、番号、床、生年月日で探します。', en: 'Finds patients of this ward and of the hospital’s list by name, romaji, number, bed or birth date.' },
    now: {
      one: { ja: '一部だけでも探せます。空白で区切ると絞れます。髙と高は同じに扱います。', en: 'A part is enough; words with a space between narrow it. Variant characters count as the same.' },
      two: { ja: '↑↓で選び、Enter で開きます。', en: '↑↓ choose, Enter opens.' },
      three: { ja: '番号は検査数字まで打つと、打ち間違いが分かります。', en: 'With its check digit a mistyped number is noticed.' },
    },
  },
  chart: {
    title: { ja: '患者の記録', en: 'Chart' },
    what: { ja: '1人の経過、バイタルサイン、記録です。', en: 'One patient’s course, vital signs and notes.' },
    now: {
      one: { ja: '書く前に、上の名前、生年月日、番号を本人と見比べます。', en: 'Before writing, compare name, birth date and number with the patient.' },
      two: { ja: '「保存済み」と時刻が出たら、停電しても消えません。', en: 'Once “Saved” and a time appear, a power cut cannot lose it.' },
      three: { ja: '間違いは線を引いて取り消します。消えることはありません。', en: 'Mistakes are struck through with a reason; nothing is erased.' },
    },
  },
  orders: {
    title: { ja: '指示', en: 'Orders' },
    what: { ja: '指示を1つずつ書き、受け、実施し、中止します。', en: 'Orders are written, received, carried out and stopped, one at a time.' },
    now: {
      one: { ja: '医師でない人は「代行で書く」で医師を選び、復唱します。', en: 'Whoever is no doctor chooses the doctor under “on behalf” and reads back.' },
      two: { ja: '量は数字だけを書き、単位は横で選びます。', en: 'An amount is a figure; its unit is chosen beside it.' },
      three: { ja: '確定の後5秒は Esc で取り消せます。', en: 'For five seconds after confirming, Esc takes it back.' },
    },
  },
  medicine: {
    title: { ja: '与薬・注射', en: 'Medicines' },
    what: { ja: '与薬、点滴、麻薬を書きます。最初の1回の前に最終投与を聞きます。', en: 'Doses, infusions, narcotics. Before the first one the last dose is asked about.' },
    now: {
      one: { ja: '指示と投与するもの、アレルギーを目で見比べます。点検はしません。', en: 'Compare order, dose and allergies by eye: nothing is checked here.' },
      two: { ja: '2人目がいなければ「1人で行う」と理由を書きます。後で確認します。', en: 'Without a second person choose “Alone” and say why; it is confirmed later.' },
      three: { ja: '指示がないときも、理由を選べば書けます。', en: 'Without an order it can be written with a reason.' },
    },
  },
  chronology: {
    title: { ja: 'クロノロジー', en: 'Timeline' },
    what: { ja: '病棟に起きたことを時刻の順に残します。', en: 'What happened on the ward, in order of time.' },
    now: {
      one: { ja: '1行で書きます。だれが、何を、どうしたか。', en: 'One line: who did what.' },
      two: { ja: '患者ごとのことは、その人の記録に書きます。', en: 'What concerns one patient goes into that chart.' },
      three: { ja: '自動の行は、端末が書いたものです。', en: 'Lines marked automatic were written by the station.' },
    },
  },
  print: {
    title: { ja: '印刷', en: 'Print' },
    what: { ja: '紙で続けるための一式と、1人分の記録を印刷します。', en: 'Prints what is needed to go on on paper, and single charts.' },
    now: {
      one: { ja: '印刷物の下に、通し番号と記録の末尾が出ます。切り取らないでください。', en: 'Serial and chain head stand at the foot of each sheet. Do not cut them off.' },
      two: { ja: '使わない紙は、患者の紙として捨てます。', en: 'Dispose of unused sheets as patient paper.' },
      three: { ja: '印刷できないときは、画面を見て書き写します。', en: 'If it cannot print, copy from the screen by hand.' },
    },
  },
  export: {
    title: { ja: '書き出し', en: 'Export' },
    what: { ja: '記録を暗号のかかったファイルにして、外部媒体に写します。', en: 'Writes the records to an outside medium as an encrypted file.' },
    now: {
      one: { ja: '媒体をつなぎ、場所を選びます。書いたあと、読み直して確かめます。', en: 'Connect the medium and choose the place. It is read back after writing.' },
      two: { ja: '開けられるのは、封筒の鍵か復旧責任者の鍵だけです。', en: 'Only an envelope’s key or the recovery officer’s opens it.' },
      three: { ja: '媒体は外して、別の場所に置きます。', en: 'Unplug the medium and keep it elsewhere.' },
    },
  },
  continuity: {
    title: { ja: '継続用の控え', en: 'Continuity copy' },
    what: { ja: 'この端末を離れるときに、病棟の今を媒体に写します。次の場所のPCのブラウザーで読めます。', en: 'Copies the ward as it is now onto a medium when this PC must be left. Any browser reads it.' },
    now: {
      one: { ja: '媒体をつなぎ、フォルダを選び、Ctrl+Enter で書き込みます。', en: 'Connect the medium, choose the folder, Ctrl+Enter writes.' },
      two: { ja: '出たコードを印刷します。媒体とコードの紙は、別の人が運びます。', en: 'Print the code. Medium and sheet go with different people.' },
      three: { ja: '暗号化しないときは、理由と、別の人のPINが要ります。', en: 'Without encryption it needs a reason and another person’s PIN.' },
    },
  },
  audit: {
    title: { ja: '監査と検証', en: 'Audit and verify' },
    what: { ja: 'だれが、いつ、何をしたか。記録の連鎖が切れていないか。', en: 'Who did what and when; whether the chain of records is unbroken.' },
    now: {
      one: { ja: '封印中でも見られます。患者の情報は出ません。', en: 'Possible also while sealed. No patient appears.' },
      two: { ja: '紙に控えた末尾の10文字を、情報管理室が確かめると、その時点まで変わっていないことが分かります。', en: 'The IT office can prove from the ten characters on paper that nothing before was changed.' },
      three: { ja: '切れ目があれば、何も消さずに情報管理室へ連絡します。', en: 'If there is a break, delete nothing and call the IT office.' },
    },
  },
  plan: {
    title: { ja: '決めごと', en: 'The plan' },
    what: { ja: '非常時の基準、判断する人、手順、連絡先。平常時に病院が決めたものです。', en: 'Criteria, who decides, procedures and contacts, as the hospital decided them beforehand.' },
    now: {
      one: { ja: '非常時かどうか迷うときは、基準を読み、判断する人に上から順に連絡します。', en: 'If in doubt whether it is an emergency: read the criteria and call those who decide, in order.' },
      two: { ja: '手順は、矢印キーで下まで読めます。', en: 'The arrow keys scroll to the end of the procedures.' },
      three: { ja: '違っているところは、情報管理室に伝えます。', en: 'Tell the IT office what is out of date.' },
    },
  },
  maintenance: {
    title: { ja: '保守', en: 'Maintenance' },
    what: { ja: '情報管理室が、決めごとと職員名簿を変える画面です。患者の情報は開けません。', en: 'Where the IT office changes the plan and the staff list. Nothing of patients can be opened.' },
    now: {
      one: { ja: '職員番号と保守のパスフレーズで入ります。試したことは記録に残ります。', en: 'Enter with a staff number and the maintenance passphrase. Every try stays on record.' },
      two: { ja: '忘れたときは、復旧責任者の鍵で入り、決め直します。', en: 'If it is forgotten, enter with the recovery officer’s key and set a new one.' },
      three: { ja: '終えたら「保守を終える」を押します。離れると、しばらくして自分で終わります。', en: 'Press “Leave maintenance” when done. Left alone, it ends by itself.' },
    },
  },
} as const

export type HelpTopic = keyof typeof topics
