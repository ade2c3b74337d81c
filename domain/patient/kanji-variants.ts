/**
 * Forms of one character that the same name is written with, depending on the clerk, the register and the machine:
 * 髙 and 高, 邊, 邉 and 辺. A class is one word below, the form to compare by first. Only for finding and comparing; what
 * is stored is never rewritten.
 *
 * Made once, by rule, then read through by eye:
 *   - old and new forms of the 常用漢字表 (Cabinet notice no. 2 of 2010) and of the list for given names (人名用漢字,
 *     Unihan kJinmeiyoKanji), and the alternative forms of kJoyoKanji;
 *   - kZVariant and kSemanticVariant of Unihan where the variant is in JIS X 0208, 0212, 0213 or IBM Japan, stands in
 *     neither list itself, and leads to exactly one character of the lists;
 *   - by hand: what registers of names are full of and Unihan does not join (澤 嶋 邉 碕 渕 薮 𣘺 …).
 * So no class joins two characters of today's lists (a test keeps it so), but for 斉 and 斎, which families and
 * clerks mix up. Left out by hand: parts of characters, numerals of deeds, and characters that are names of
 * their own (樸, 珪, 澈, 斌, 于, 晁).
 *
 * Unihan: Unicode Character Database 17.0.0, Unicode-3.0 licence, copyright Unicode, Inc. (THIRD-PARTY-NOTICES.md). What NFKC already makes one
 * (神 U+FA19) is not repeated here.
 */
export const kanjiVariants = [
  '万萬 丈𠀋 与與 丘坵 両两兩 並并幷竝 乃廼迺 乗乘 乱亂 乾乹 亀龜 予豫 争爭 事亊 亙亘 亜亞 仏佛 仙僊 以㠯 仮假 任仼 会會 伝傳 低仾',
  '佑祐 体軆體 余餘 併倂 価價 倣仿 倹儉 健徤 偵遉 偽僞 傑杰 傘繖 儘侭 兎兔 児兒 党黨 内內 円圓 写冩寫 凄淒 凛凜 凡凢 処處 函凾 刃刄',
  '刊刋 刷㕞 剝剥 剣剱劍劒劔釼 剤劑 剰剩賸 創刅刱戧 劉刘 劫刧刼 励勵 労勞 効效 勅敕 勢㔟 勧勸 勲勛勳 区區 医醫 協勰 単單 博愽 即卽',
  '却卻 厄戹 厘釐 厨廚 厩廐 厳嚴 参參叅 双雙 収收 叔尗 叙敍敘 叡睿 台臺 号號 吉𠮷 同仝 吞呑 吟唫 吸噏 吹龡 呉吳吴 告吿 呪咒 和咊',
  '咽嚥 哲喆悊 唇脣 啓啟 喜㐂憙 喧諠 喫吃 営營 嗅齅 嘗甞 嘩譁 嘱囑 器噐 回囘 団團 困睏 囲圍 図圕圖 国圀國 圏圈 園薗 土圡𡈽 圧壓 坑阬',
  '堕墮 堤隄 堯尭 場塲 塁壘 塑塐 塔墖 塡填 塩鹽 増增 墳坆 壊壞 壌壤 壮壯 声聲 壱壹 売賣 壺壷 変變 夢夣梦 奇竒 奈柰 奎奞 奔犇 奥奧',
  '奨奬獎 妊姙 妙玅 妬妒 姉姊 姫姬 姻婣 婿壻 嬢孃 学學斈 宜宐 宝寚寳寶 実寔實 宴讌 富冨 寛寬 寝寢 察詧 寧寍 対對 寿壽 専專耑 将將',
  '尚尙 尽盡 届屆 属屬 岡崗 岳嶽 峡峽 峨峩 峰峯 島嵨嶋嶌 崎嵜碕𥔎﨑 崖厓 嵩崧 巖巌 川巛 巣巢 巻卷 帆㠶颿 帯帶 帰歸 帳賬 幡旛 庁廳',
  '広廣 床牀 庵菴 廃廢 廻迴 弁瓣辨辯 弐貳 弔吊 弥彌 強强彊 弾彈 当當 彦彥 彫雕 往徃 径徑 従從 御馭 徳德悳 徴徵 応應 怪恠 恋戀 恒恆',
  '恥耻 恵惠 悦悅 悩惱 悪惡 惧懼 惨慘 愉愈 慎愼 憩憇 懐懷 戦戰 戯戲 戸戶 戻戾 払拂 抜拔 択擇 担擔 拝拜 拠據 拡擴 挙擧舉 挟挾 挿插揷',
  '捜搜 掃埽 掛挂 掬匊 掲揭 揺搖 搭撘 携攜 摂攝 撃撽擊 撫捬 撲扑 敏勄 教敎 数數 敷尃旉 斎亝斉齊齋齌 斤觔 断斷 旗旂 既旣 旧舊 昂昻',
  '昇曻 明朙 昏昬 映暎 昼晝 時旹 晄晃 晋晉 晒曬 晩晚 暁曉 暖煖 暦厤曆 暴虣 曽曾 望朢 村邨 条條糶 来來 杯盃 杷朳 松枩 枢樞 柄棅 柏栢',
  '某厶 柳栁桺 栄榮荣 桑桒 桜櫻 桟棧 梁樑 梅楳槑 梨棃 梼檮 検檢 楠枏 楡榆 楼廔樓 楽樂 概槩槪 榎檟 槇槙 槌棰 様樣 権權 横橫 樽墫罇',
  '橋𣘺 檜桧 櫂棹 櫓艪 欠缺 欣忻 欧歐 欲慾 款欵 歌謌 歓懽歡 歩步 歯齒 歴歷 殉侚 残殘 殴毆 殻壳殼 毎每 毘毗 気氣 氷冰 汎泛 汚汙洿',
  '決决 沈沉 沖冲 沢澤 況况 泉洤 泥坭 洞峒 浄凈淨 浅淺 浜濱濵 涙泪淚 涛濤 涼凉 淫婬 淳湻 淵渕 清淸 渇渴 済濟 渉涉 渋澀澁濇 渓溪 減减',
  '温溫 湊凑 湧涌 湾灣 湿濕 満滿 準凖 滅烕 滝瀧 滞滯 漆㯃桼 潜潛 瀬瀨 灘潬 灯燈 災灾烖菑 炉爐 点點 為爲 無无橆 焰燄 焼燒簫 照炤 煮煑',
  '熙煕熈 爾尒 牟麰 犠犧 状狀 独獨 狭狹陜 猟獵 猫貓 献獻 猶犹 猿猨蝯 獣獸 珍珎 琉璢 璃瓈 璽壐 瓶甁缾 産產 画畫 留畄畱 畝畆 略畧',
  '畳叠疊 痩瘦 痴癡 癒瘉 発發 登豋 皐皋 皓皝 盗盜 県縣 真眞 研揅硏 砕碎 砥厎 砦寨 砧碪 砲炮礮 砺礪 磁瓷 礼禮 祿禄 禅禪 禰祢 禱祷',
  '秋秌穐龝 秘祕 称偁稱穪 移迻 税稅 稚稺穉 稜棱楞 稟禀 稲稻 稿槀稾 穀糓 穂穗 穏穩 穫檴 穰穣 窃竊 窓牕窗窻 窮竆 窯窰 竈竃 竜龍龒 竪豎',
  '競誩 笛篴 筆笔 答荅 箋牋 算筭 管筦 箸筯 篠筱 籠篭 粋粹 粗觕麄麤 粘黏 粛肅 粧妝 糖餹 糧粮 糸絲 糾糺 紙帋 紬綢 経經 統綂 絵繪 絶絕',
  '継繼 続續 綿緜 総摠緫總 緑綠 緒緖 線綫 縁緣 縄繩 縦縱 繁緐 繊纎纖 繡綉 繰繅 缶缻罐 罪辠 置寘 群羣 羨羡 翠翆 翻飜 考攷 耐耏 耕畊',
  '耗秏 聖圣 聡聰 聴听聽 職軄 肇肈 肯肎 育毓 肴餚 胆膽 胸匈 脈脉 脱脫 脳匘腦 脹痮 腫尰 腸膓 膳饍 臓臟 臥卧 舵柁 船舡舩 艶艷豓豔 芦蘆',
  '花芲蘤 芸埶秇蓺藝 苺莓 茎莖 草艸 荘莊 菌蕈 萠萌 萱蕿蘐 葬塟 蒸烝 蓋盖葢 蔣蒋 蔭廕 蔵藏 蕎荍 薫薰 薬藥 藤籐 藪籔薮 虚虛 虜擄 虫蟲',
  '蚊蟁 蚕蠶 蛍螢 蛮蠻 蜂蠭 蝦鰕 蝶蜨 螺蠃 蟹蠏 蠟蜡 蠣蛎 衆眾 衛衞 袋帒 袴絝褲 装裝 裸臝躶 褒襃 襖澳 覇霸 視眎 覚覐覺 覧覽 観觀',
  '解觧 触觸 託侂 訳譯 訴愬 証證 詠咏 誇夸 誉譽 誤悞 説說 読讀 諫諌 諮咨 謡謠 警儆 譲讓 豆荳 豊豐 豚豘 貌皃 賛贊 賢贒 質貭 践踐',
  '踊踴 踏蹋 踪蹤 蹄蹏 躍趯 軟輭 転轉 軽輕 輝煇 輩軰 輿轝 轄鎋 辞辤辭 農莀 辺邉邊 迪廸 迫廹 逃迯 逓遞 逮迨 遁遯 遅遲 遍徧 達逹 遙遥',
  '遡泝溯 遷迁 郎郞 郷鄕 酔醉 酬酧醻 醸釀 釈釋 野埜 釜鬴 針箴鍼 鉄銕鐵 鉛鈆 鉢缽 鉱礦鑛 銭錢 鋭銳 鋳鑄 錘鎚 錬鍊 録錄 鍛煅 鍬鍫 鎌鐮',
  '鎖鏁 鎮鎭 鑑鍳鑒 間閒 関關 閲閱 闘鬥鬭 陀陁 陥陷 陰阴隂 陶匋 険險 陽阳 階堦 随隨 隠隱 隣鄰 隷隸 隼鵻鶽 雁鴈 雇僱 雑襍雜 雛鶵',
  '霊灵靈 霜孀 青靑 静靜 靭靱 靴鞾 韻韵 響响 須湏 頰頬 頸頚 頼賴 顔顏 顕顯 願愿 風凬 飢饑 飲飮 餅餠 館舘 駅驛 駆敺駈驅 騒騷 験騐驗',
  '髄髓 高髙 髪髮 鬱欝 魅鬽 鮎鯰 鮮鱻 鰺鯵 鵜鴺 鶏雞鷄 鶴靍靏 鷗鴎 麦麥 麴麹 麺麪麵 麻蔴 黄黃 黒黑 黙嘿默 鼓皷鼔 齢齡 𠮟叱',
].join(' ')
