/**
 * Help for each screen, short enough to be read standing: what this is, what to do now, what to do when it cannot be
 * saved, and where the paper is. A place without help does not compile (app/help-topic.ts).
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
  forms: {
    title: { ja: '様式', en: 'Forms' },
    what: { ja: '看護記録、観察、処置などを、決まった欄に書きます。', en: 'Notes, observations and care, in boxes of their own.' },
    now: {
      one: { ja: '書いた所だけが記録されます。分からない欄は空けておきます。', en: 'Only what was written is recorded. Leave empty what is not known.' },
      two: { ja: 'よく使う文は、文の欄で Alt+T を押し、選んで Enter で入れます。', en: 'For a phrase press Alt+T in a box of text, choose, Enter.' },
      three: { ja: '確定の後5秒は Esc で取り消せます。離れたり施錠したりすると、そのまま記録します。', en: 'For five seconds after confirming, Esc takes it back. Leaving or locking records it.' },
    },
  },
  blood: {
    title: { ja: '輸血', en: 'Blood' },
    what: { ja: '血液型、バッグの照合、5分と15分の観察、終了を書きます。', en: 'Blood type, the check of a bag, the looks at 5 and 15 minutes, the end.' },
    now: {
      one: { ja: 'ベッドのそばで2人で読み合わせ、1つずつ印を付けます。', en: 'Two people read it to each other at the bed and tick one by one.' },
      two: { ja: '観察の時刻が来ると「期限」と「いつ誰に」に出ます。', en: 'When a look is due it stands under “Due” and on the list of the ward.' },
      three: { ja: '異常があれば止め、医師を呼んでから書きます。', en: 'If something is wrong stop it, call the doctor, then write.' },
    },
  },
  exams: {
    title: { ja: '検査', en: 'Tests' },
    what: { ja: '採血などの検体、届いた結果、パニック値の連絡を書きます。', en: 'Specimens, results that came, and calls of critical values.' },
    now: {
      one: { ja: '検体はラベルの番号で、本人のものか確かめます。', en: 'Tell a specimen by the number on its label.' },
      two: { ja: '結果は検査室が書いたとおりに写します。', en: 'Copy a result as the laboratory wrote it.' },
      three: { ja: 'パニック値は、だれに伝え、復唱されたかを書きます。', en: 'Of a critical value write whom you told and that it was read back.' },
    },
  },
  fluids: {
    title: { ja: '水分', en: 'Fluids' },
    what: { ja: '入った量と出た量を書き、勤務と日で合計します。', en: 'What went in and came out, summed by shift and day.' },
    now: {
      one: { ja: '測れないときは回数を書きます。', en: 'Write how many times where it was not measured.' },
      two: { ja: '点滴と輸血は自動で数えます。書き足しません。', en: 'Infusions and blood are counted by themselves: do not add them.' },
      three: { ja: '勤務は0時、8時、16時に替わります。', en: 'Shifts change at 0:00, 8:00 and 16:00.' },
    },
  },
  identity: {
    title: { ja: '本人の確認', en: 'Who it is' },
    what: { ja: '名前、生年月日、病院のIDを確かめ、同じ人の登録をつなぎます。', en: 'Confirms name, birth date and hospital ID, and links registrations of one person.' },
    now: {
      one: { ja: '2人で、本人か家族に名乗ってもらって確かめます。', en: 'Two people check, and let the patient or family say the name.' },
      two: { ja: 'つなぐと、アレルギーは両方のものが出ます。', en: 'After linking, allergies of both stand there.' },
      three: { ja: '間違えたら、つながりを外せます。どちらの記録も残ります。', en: 'A wrong link can be undone; both records stay.' },
    },
  },
  transfer: {
    title: { ja: '転送', en: 'Between stations' },
    what: { ja: '1人の記録を別の端末へ渡し、または受け取ります。', en: 'Hands one patient’s records to another station, or takes them over.' },
    now: {
      one: { ja: 'ファイルと、紙に印刷したコードを別々に運びます。', en: 'Carry the file and the printed code apart from each other.' },
      two: { ja: '同じファイルを2回読んでも、増えません。', en: 'The same file read twice adds nothing.' },
      three: { ja: '読めないときは、渡した端末でもう一度作ります。', en: 'If it cannot be read, make it again at the sending station.' },
    },
  },
  bands: {
    title: { ja: 'バンドとラベル', en: 'Bands and labels' },
    what: { ja: 'バンド、ラベル、手書き用の番号を用意します。', en: 'Bands, labels, and numbers for writing by hand.' },
    now: {
      one: { ja: '印刷したら、番号と名前を本人と見比べて付けます。', en: 'Compare number and name with the patient before putting it on.' },
      two: { ja: 'なくした番号や汚した番号は「無効」にします。', en: 'Declare lost or spoiled numbers void.' },
      three: { ja: '印刷できないときは、画面のとおりに手で書きます。', en: 'If it cannot print, write it by hand as shown.' },
    },
  },
  items: {
    title: { ja: '確認待ち', en: 'Waiting' },
    what: { ja: '急ぎで先に保存し、後で確認する記録の一覧です。', en: 'Records saved first because care came first, to be confirmed later.' },
    now: {
      one: { ja: '代行の記録は、本人が読んで承認します。', en: 'A record written for somebody is approved by that person.' },
      two: { ja: '1人で行ったものは、もう1人が読んで確認します。', en: 'What was done alone is countersigned by another person.' },
      three: { ja: '交代の前に、自分のものを済ませます。', en: 'Settle your own before the shift ends.' },
    },
  },
  reference: {
    title: { ja: '病院の一覧', en: 'The hospital’s lists' },
    what: { ja: '病院から届いた患者の一覧と文書を読み込みます。', en: 'Reads lists of patients and documents that came from the hospital.' },
    now: {
      one: { ja: 'ファイルを選び、件数と時点を確かめてから取り込みます。', en: 'Choose the file, check counts and time, then import.' },
      two: { ja: '読めない行は番号で出ます。よい行は入ります。', en: 'Rows that cannot be read are named by number; the others come in.' },
      three: { ja: '古い一覧は、理由を書かないと入りません。', en: 'An older list needs a reason.' },
    },
  },
  'vital-round': {
    title: { ja: '検温ラウンド', en: 'Vital signs round' },
    what: { ja: 'ベッドの順に、全員のバイタルサインを続けて書きます。', en: 'Vital signs of everybody, bed after bed.' },
    now: {
      one: { ja: '数字と Enter だけで進みます。血圧は続けて打ちます。', en: 'Digits and Enter alone; both pressures in one run of digits.' },
      two: { ja: '行の名前とベッドを、本人と見比べます。', en: 'Compare name and bed of the row with the patient.' },
      three: { ja: '測れない人は、空けたまま次へ進みます。', en: 'Leave a row empty for whoever was not measured.' },
    },
  },
  'stand-down': {
    title: { ja: '解除', en: 'Stand-down' },
    what: { ja: '電子カルテに戻り、この端末の運用を終えます。', en: 'Goes back to the record system and ends the work on this station.' },
    now: {
      one: { ja: '判断する人が決めてから、手順を上から済ませます。', en: 'Begin when those who decide have decided, from the top.' },
      two: { ja: '患者を1人ずつ、最終投与と次の予定とともに引き継ぎます。', en: 'Hand over each patient with last dose and next due.' },
      three: { ja: 'アカウントを廃止するまでは、運用に戻せます。', en: 'Until the accounts are retired it can be resumed.' },
    },
  },
  erase: {
    title: { ja: '記録の消去', en: 'Erasing a record' },
    what: { ja: '終わった非常時の記録を、この端末から消します。急ぎません。', en: 'Erases the record of an ended emergency from this PC. There is no hurry.' },
    now: {
      one: { ja: '情報システムの人が、保守のパスフレーズを入れます。', en: 'Hospital IT enters the passphrase of maintenance.' },
      two: { ja: '保管した媒体を1つずつ差し込み、フォルダを選んで読み直します。', en: 'Put in the archive media one after the other and choose the folder.' },
      three: { ja: '別の人が復旧責任者の鍵を入れます。消した後に証明書を印刷します。', en: 'Another person enters the recovery officer’s key. Print the certificate afterwards.' },
    },
  },
  desk: {
    title: { ja: '記録室の机', en: 'Desk of the records office' },
    what: { ja: '各病棟の書き出しを取り込み、患者を照合し、電子カルテへ転記します。診療の記録は書きません。', en: 'Takes in the wards’ exports, matches the patients and transcribes the records. It writes no care.' },
    now: {
      one: { ja: '書き出しを1つずつ、署名と復旧責任者の鍵で取り込みます。途中で止めても、同じファイルで続けられます。', en: 'Take in one export after the other, with its signature and the officer’s key. Stopped, the same file goes on.' },
      two: { ja: '2人以上で打つときは、先に病棟か患者で分けます。別の机とはファイルとコードで受け渡します。', en: 'Two or more who type share out wards or patients first. Desks exchange by file and code.' },
      three: { ja: '鍵の媒体は、取り込みが済んだら抜いて金庫に戻します。', en: 'When all is taken in, the medium with the key goes back to the safe.' },
    },
  },
  people: {
    title: { ja: '記録者', en: 'Who writes' },
    what: { ja: '記録を書く人の交代、PIN、再開コードです。', en: 'Change of who writes, PINs and restart codes.' },
    now: {
      one: { ja: '名札を読み取るか、職員番号とPINで交代します。', en: 'Scan a badge, or give staff number and PIN.' },
      two: { ja: 'はじめての人は、登録済みの人が保証します。', en: 'A newcomer is vouched for by somebody identified.' },
      three: { ja: '書きかけは、書いた人のものとして残ります。', en: 'What is half-written stays its author’s.' },
    },
  },
  clock: {
    title: { ja: '時計', en: 'Clock' },
    what: { ja: '端末の時計を、腕時計と見比べて直します。', en: 'Compares the PC’s clock with a watch.' },
    now: {
      one: { ja: '前に書いた記録の時刻は変わりません。', en: 'Times of earlier records do not change.' },
      two: { ja: '2人で見比べます。1人なら理由を書きます。', en: 'Two people compare; alone, say why.' },
      three: { ja: 'ずれが大きいときは、情報管理室に伝えます。', en: 'Tell the IT office of a large difference.' },
    },
  },
} as const

export type HelpTopic = keyof typeof topics
