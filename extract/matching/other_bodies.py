"""Whether a figure is a county body's, a court's or the police's own count: 县生态环境局立案处罚一家企业，罚款15万元."""

from re import compile as regex

#: 县人民法院全年受理……, 县委理论学习中心组先后举办……, 县工商联组织全县……: a body of the county's, and its own year
_HIGHER_BODY = regex(
    r"(?:^|(?<=[，,；;。：:\n、]))(?:20[0-9]{2}年(?:度|全年)?|今年|全年|去年|年内|近年来|其中)?(?:(?![全本我各该])[一-鿿]{1,4}?)?"
    r"(?:[县省旗盟州]|(?<![城超夜集圩都])市(?![场容民区])|(?<![辖社校园片景库地山林牧矿灾湖港街小新老郊乡农])区(?![域块位间]))级?"
    r"[“\"]?(?:12[0-9]{3})?[”\"]?(?:委|人大|[^镇乡村社街所0-9，,。；;：:\n]{1,20}?(?:[局委办府院协联会组心部队处厅台校问]|热线))"
    r"(?:(?:20[0-9]{2}年)?(?:全年|今年|年内|当年|去年|本年度|同期|一年来|共|累计|先后|合计|总共|组织全[县市区省州旗盟])"
    r"|20[0-9]{2}年|(?:组织|举办|举行|召开|走访|受理|新建|聘请|接听)(?![^，,。；;]{0,20}的)|[^，,。；;0-9]{0,8}(?:[在对向为给]|面向)(?:全[县市区省州旗盟]|各乡镇|各镇))"
)
#: 县法院委派各乡镇调解纠纷: what is done with everybody in the county; but 为我镇各部门, 要求各单位自查
_WITH_ALL = regex(
    r"(?<!要求)(?<!部署)(?<!安排)(?<!通知)(?<!督促)(?<![镇乡])(?<!街道)各(?:有关|相关|参评|成员|办案|行政|执法|县直|区直|市直){0,2}"
    "(?:(?:执法)?(?:单位|部门)|乡镇|镇街|镇乡|乡|镇|街道|司法所|派出所|机关|委办局|县区|苏木)(?!自行|自查)"
)
_OUR_OWN = regex("[我本全](?:镇|乡|街道)")
#: without such a word no clause has a body of the county for its subject: asked once a sentence, it spares the rules below
MAY_NAME_BODY = regex(
    # every branch opens with a character of its own, no set of them, by which plain text is skipped fast
    "|".join(
        f"{place}(?:里|上的|级的|直|级[^，,。；;：:0-9]{{2,16}}(?:吸引|观众|听众)"
        "|级?[一-鿿]{1,14}?(?:[局院庭委部厅队办]|中心|部门|总站|总工会|联合会|公司)"
        # 县政府出台, 市安委会排查, 我县举办, 被市局罚款, 参加全县会议
        "|[^，,。；;：:\n]{0,12}?(?:政府|委会|委办|专班|指挥|联席|小组|厅|[商学协工]会|公证处|[妇工]联|办(?![理结公事案])))"
        for place in "省市县区州旗盟"
    )
    + "|治[超违]办|我[省市县区州旗盟]|本[省市县区州旗盟]|被[^，,。；;]{0,12}?[局委部队镇乡道]"
    + "".join(f"|{attending}[^，,。；;0-9]{{0,4}}[省市县区州旗上]" for attending in ("参加", "出席", "列席"))
    + "|级(?:成立|组建|建立|设立|新建|建成)|派出所|法庭|法院|检察院|交警|监管所|资源所|税务所|督管理所"
)
_OPENS = (
    r"(?:^|(?<=[，,；;。：:\n]))(?:[一二三四五六七八九]是)?"
    "(?:据悉|据统计|据了解|同期|期间|同年|今年|全年|年内|这一年)?[，,]?"
    "(?:据|在|由|而)?"
)
#: a character of a name: none of the words that make the body a helper, 邀请县司法局, 支持人民法院, 向县人民法院
_NAME = "[一-鿿](?<![请参托同由向对与和经为到往报按持将把从助受被让叫给送报去赴跟着随、])"
#: 市、区两级普法办, 省市县三级
_SEVERAL_LEVELS = "(?:(?:[省市州][、和]?){1,2}(?=[市县区州旗][两三]级))?"
#: 县综合行政执法局, 松屏县公共法律服务中心, 县级各部门, 县交警大队松屏中队
_COUNTY = regex(
    _OPENS + _SEVERAL_LEVELS + rf"(?P<name>(?:{_NAME}(?<!合)){{1,4}}(?<![全我本该各]))??(?<![辖社校园片景库小街灾灌])"
    # 城市管理执法大队 and 城东区安定街道执法大队 are the township's
    r"(?:[省县州旗盟]|(?<![发矿湖林])区|(?<!城)市(?!场[管监])|(?<=城)市(?![管治更环运]))(?:[两三]级|级|直)?"
    # 县法院在我乡 names no town
    r"(?![一-鿿]{0,4}(?<![我本全各来到赴在为与对向])(?:[镇乡]|街道)|[一-鿿]{0,2}(?:村|社区)|里|上|内|委书记|网格)"
    r"(?:(?:[一-鿿](?<![请托由向对与和把将的])){0,14}?(?:局|法院|仲裁院|仲裁委|检察院|法庭|医院|委员会|纪委监委|监委|纪委|政法委|人大常委会(?:组成人员|执法检查组)?"
    r"|宣传部|统战部|大队|支队|总队|中心|部门|总站|总工会|联合会|公司|妇联|团委|办公室|(?:普法|信访|综治|执法|应急|法治|依法治[县市区])办)"
    r"(?:(?:(?![镇乡街])[一-鿿]){0,6}?(?:中队|分局|法庭|分队|支队))?|(?<=级)(?=成立|组建|建立|设立|新建|建成))(?![一-鿿]{0,8}?(?<!各)司法所)"
)
#: 落实县司法局要求, 根据县公安局部署: the township acts, as the body wants it to
_FOLLOWS = regex(
    "根据|依据|落实|贯彻|执行|围绕|结合|响应|承接|依托|利用|协调|争取|对接|联系|借助|组织|接受|完成|办理|迎接|聚焦|对照|遵照|参照|通过|联合|邀请|会同|协同|配合|联动|携手|依靠|发动|引入|整合|统筹|商请|报请|提请"
)
#: 县政府出台, 市安委会排查, 欠薪专班化解: governments and task forces, where they do the deed that is counted
_DOES = (
    "(?=(?:20[0-9]{2}年|全年|今年|年内|当年|共|共计|累计|已|先后|统一|组织|依法|集中|联合)*"
    "(?:对[^，,。；;]{2,10}?|组织)?(?:出台|制发|制定|印发|收到|受理|审[理查核结议]|办[理结了]|开展|举办|召开|举行|公开|公布|发布|承办|接到|接听|处理|宣讲|宣传|巡查|提供|创建|推送|播放|追回|排查|检查|化解|调[解处]|立案|[处查]处|处罚"
    "|拆除|培训|发放|整改|发现|评查|作出|聘[请任]|征收|接待|清理|走访|培养|建[成立设]|拥?有)了?(?!的)[^，,。；;：:]{0,24}?(?:[0-9]|[一二三四五六七八九十百两][件份次场个家名人处起条宗项卷万十百]|$))"
)
_GOVERNMENT = regex(
    r"(?:^|(?<=[，,；;。：:\n]))(?:[一二三四五六七八九]是)?(?:同期|期间|同年|今年|全年|年内|这一年|20[0-9]{2}年)?[，,]?"
    rf"(?P<name>(?:{_NAME}(?<!合)){{1,4}}(?<![全我本该各]))??(?<![辖社校园片景库小街灾灌])"
    r"(?:[省县州旗盟]|(?<!城)市(?![民容]|场(?!监))|(?<=城)市(?![管治更环运])|区(?![域块位间]))[级直]?(?![一-鿿]{0,4}(?:[镇乡]|街道)|上|内)"
    r"(?:里(?!检查|[审评]查|发现|来)|人民政府|政府|各?(?:部门|单位)|(?:[一-鿿](?<![请托由向对与和把将镇乡村社街的])){0,12}?"
    r"(?:安委会|安全生产委员会|专班|指挥部|领导小组|联席会议|联席办|督[导察查]组|(?<![大务事议])厅|律师协会|[法商]学?会|公证处|妇联|工会|安委办|治[超违]办|[一-鿿]{2}办(?![理结案])))"
    rf"(?:办公室|办(?![理结案])|法制办)?{_DOES}"
)
#: 我县全年举办, 我市综合执法支队160名; but 我市首个, 我县“法治赶集”品牌
_OUR_COUNTY = regex(
    r"(?:^|(?<=[，,；;。：:\n]))(?:同期|期间|同年|今年|全年|年内|截至目前|目前|20[0-9]{2}年)?[，,]?"
    r"[我本](?:[省县州旗盟]|市(?![民容]|场(?!监))|区(?![域块位间]))(?=(?![首唯率第最籍里内]|户籍|居民|常住|统一部署|[^，,。；;]{0,6}(?:人大代表|政协委员|代表|委员|热线|12345|驻村|讲师团|律师|志愿)|[^，,。；;]{0,20}(?:以来|期间))[^，,。；;：:、的“”《》中下]{2,24}?(?:[0-9]|$))"
)
#: 被市局罚款20万元, 我镇被罚款: what others fine is no fine of the township's
_PUNISHED = regex(
    r"被(?:上级[^，,。；;0-9]{0,6}?|[^，,。；;：:0-9]{0,6}?(?:[省市县州旗]|(?<![辖镇片园])区)级?[^，,。；;：:0-9]{0,10}?(?:[局委厅]|部门|[支大]队)"
    r"|(?:生态环境|环保|应急管理|市场监管|税务|消防|自然资源|住建)(?:部门|[分支]?局))(?:依法|立案|处以?|行政|查处|罚款?|处罚|并|约谈){1,4}[^，,。；;0-9的]{0,6}$"
    r"|[我本](?:镇|乡|街道)(?:政府|办事处)?被(?:处以?)?罚款$"
)
#: 参加县司法局召开的法治工作会议3次: a meeting that others call
_ATTENDS = regex(
    r"(?:参加|出席|列席)了?(?:全?[省市县区州旗]|自治区|上级|[一-鿿]{2,3}[市县区州旗])[^，,。；;0-9]{0,26}?"
    r"(?:会议|(?:推进|部署|调度|专题|工作|动员|总结|协调|联席|例|座谈)会)(?:共|共计|累计|计|达)?$"
)
_ATTENDED_REACH = 44
#: 区法院审理以我街道为被告的行政案件5件: a suit of the township's own
_OUR_CASE = regex(
    r"(?:[我本全](?:镇|乡|街道)|(?<![县市区])镇政府|(?:街道)?办事处)[^，,。；;0-9未无没零]{0,10}(?:被告|被申请人|应诉|诉讼|复议|行政案件|行政纠纷)|被申请行政复议|作为被(?:告|申请人)|(?:复议|诉讼)(?:案件)?[：:]"
)
#: 涉及我镇的复议1件，县政府全年受理复议案件|140件: behind a number cases are named once more
_COUNTS_ANEW = regex("[0-9][^0-9]{1,24}(?:案件|复议|诉讼)")
#: 县安委会检查我镇企业20家: what others inspect here is no inspection of the township's
_PLACES = "(?:企业|商户|商铺|商家|店|经营户|场所?|单位|工地|加油站|学校|网吧|作坊|医院|诊所|幼儿园|食堂)"
_OURS_HERE = "(?:[我本全](?:镇|乡|街道)|辖区)(?:辖区|境内|范围内)?"
_INSPECTS_OURS = regex(
    rf"(?:检查|排查|巡查|抽查)了?{_OURS_HERE}的?[^，,。；;0-9]{{0,8}}?{_PLACES}"
    rf"|对{_OURS_HERE}的?[^，,。；;0-9]{{0,8}}?{_PLACES}[^，,。；;0-9]{{0,8}}?(?:检查|排查|巡查|抽查)"
)
_TOGETHER = regex(r"(?:联合|会同|协同|配合|带领|指导|[与同和])[^，,。；;]{0,4}(?:[我本]|镇|乡|街道|司法所)")
#: the courts, police and offices that sit in the township and are none of its own
_SEATED = regex(
    _OPENS + rf"(?:派驻|驻|辖区|属地)?(?:[我全本]?[镇乡]|街道)?(?:{_NAME}(?<!合)){{0,4}}?"
    r"(?:派出所|人民法庭|巡回法庭|法庭|人民法院|法院|检察院|交警(?:中队|大队|部门)?|市场监管所|市场监督管理所|自然资源所|税务所)"
)
#: what such a body does with the township's own, or for it
_DEALS_WITH_US = regex(
    r"统一(?:调配|安排|配备|选派)|点到的|抽评|抽查|评查|抽检|抽取|抽走|抽了|复评|反馈|指出|点出|提出的?问题|交办|转办|转来|分派|指派|选派|派驻|派出(?!所)|派来|派单|派员|颁发|核发|发给|考核|评审|通报"
    r"|调阅|调取|调去|转送|督办|分解|下派|进驻|[到来]镇|[到来]乡|列席|帮扶|测评|核查|暗访|巡察|审计(?!问题整改|整改|发现问题整改)|回访|批复|核定|配发|拨付|检查(?=我|本)|督察|督查|点名|点评|移交|移送|指导|联合(?!执法|整治|检查|巡查|行动)|联动|协同|配合|会同|共同|合作|携手|结对|支持|帮助|委托|委派|授权|批准|审批|下达|下发"
    r"|(?:镇|乡|街道)(?:综合|行政|城管|执法)*[中大分]队"
    r"|(?<![一-鿿])(?:和|与|、)[^，,。；;]{0,12}(?:镇|乡|街道|我)|共建|邀请|应邀|受邀|特邀|协助|参与|参加|主办|承办|牵头(?!在全[县市区])|认定|命名|评为|授予|表彰|验收|备案|推送(?!普法|法治|文章|推文|信息|视频|短视频)|推荐|确定|列为|纳入|下沉|吹哨|报到|划转|统一命题|(?:组织|举办|开展|召开|主持|印发)的(?!全[县市区州旗])"
)
#: 县人大常委会全年向县直部门交办……: what such a body does with others than us
_WITH_OTHERS = regex(r"(?:[向对给为]|面向)(?:全[县市区省州旗盟]|各|[县市区]直|[县市区]级|有关|相关)")
#: 来我镇, 为全镇, 与镇司法所: then what follows is done here
_HERE = regex(
    r"[我本全咱][镇乡街所办村]|[来到在赴进入下为对给与同和][镇乡街村校]|镇(?:党|政|司法|综合|机关|村|里|干)|各村|进村|村民|我们|街道|本级"
)
#: 县应急管理局来镇开展执法检查4次, 市、区两级普法办来街道调研3次: what the township was the object of
_INSPECTS_US = regex(
    r"(?:来|到|赴|莅临)[我本]?(?:镇|乡|街道?)[^，,。；;]{0,8}(?:检查|视察|巡查|调研|督导|督察|督查|考察|观摩|暗访|座谈|走访|慰问)(?:指导)?(?:共|共计|累计|了)?$"
)
#: 县司法局组织的全县案卷评查: what is done in all the county
_ALL_OVER = regex(r"[^，,。；;]{0,10}全[县市区州旗省](?!首|唯一|率先|第|前)")
#: a court tries the township's cases too: 松屏法庭将我镇3起纠纷转为普通程序审理
_COURT = ("法庭", "法院")
_TRIES = regex(r"[^。；;]{0,30}?(?:审理|巡回审判|开庭|宣判)")
#: 法院、复议机关审结的案件中无败诉，负责人出庭应诉率100%: what a court decides of the township's own suits
_OUR_SUITS, _SUIT_REACH = regex(r"败诉|应诉|出庭|复议机关"), 8
#: 县人民法院审理案件140件，我镇未发生行政诉讼: the subject of the next clause
_TURNS_TO_US = regex(
    r"[，,；;：:](?:而|但|其中)?(?:(?:涉及|属于|属|涉|含)?[我本全咱][镇乡街所]|镇(?:党|政|司法|综合|村|人民|里|调解|调委)|街道)"
)
#: 县水利局在我乡自行查办案件4宗; 松屏县人民法院全年委派调解纠纷300件: to whom is not said, so not to us alone
_BY_ITSELF = regex(
    r"[^，,；;。]{0,16}(?<![镇乡村队方])自行(?!车|和解|组织)|[^，,；;。]{0,16}(?:(?:[镇乡]|街道)(?:以外|之外)|当庭(?!履行))"
    r"|[^，,；;。]{0,4}(?:全年|今年|20[0-9]{2}年|共计?|累计)(?:共|先后)?(?:诉前|诉中|向外|对外)?委[派托](?!给?[我本全]?[镇乡街村])"
)
#: what bodies do by powers of their own, here too
_BY_ITS_POWERS = regex(
    r"执法检查(?!反馈|指出|发现|组)|监督检查(?!反馈|指出|发现|组)|立案|处罚|罚款|罚没|查处|查获|查扣|审理|审结|破获|抓获|刑拘|拘留|打击|事故"
    # 在我乡设巡回审判点1个，调解结案8件
    "|巡回(?:审判|法庭|开庭|办案)[^。；;]{0,30}(?:调解|结案|化解|审结)"
)
_ORDINARY = regex(r"立案|处罚|罚款|罚没|查处|查获|查扣|审理|审结|破获|抓获|刑拘|拘留|打击|事故处理|交通违法|受理案件|接警|出警")

#: 区里的法治文化节吸引市民, 县里举办的灯谜会: an event of the county's as the subject; but 县里的普法活动中，我镇, 区级法治公园
_ITS_EVENT = regex(
    _OPENS + r"(?:[省县州旗盟]|(?<![城场])市|(?<![辖社校园片景库小街])区)"
    r"(?:[里上](?:举办|组织|开展|主办|举行)?的|级(?:的)?(?=[^，,。；;：:0-9]{2,16}(?:节|汇演|晚会|大赛|决赛)[^，,。；;]{0,2}(?:吸引|观众|听众)))"
    r"(?![^，,。；;]{0,16}(?:[我本全][镇乡街]|镇|乡|街道))"
    r"[^，,。；;：:0-9]{2,16}?(?:[节周赛会展]|汇演|演出|讲座|直播|活动|集市)(?:上|期间)?(?:共|累计|现场)*"
    r"(?:吸引|观众|听众|发放|接待|受众|惠及|覆盖|到场|解答|举办|开展|举行|办了|达|有[0-9])"
)


def deals_with_us(clean: str, start: int, end: int) -> bool:
    """Whether what a body of the county is said to do, up to the figure, has the township for its object."""
    if _WITH_OTHERS.search(clean, start, end) is not None or _is_with_all(clean, start, end):
        return False
    return _DEALS_WITH_US.search(clean, start, end) is not None


def _is_with_all(clean: str, start: int, end: int) -> bool:
    """Whether what is done has everybody in the county for its object, and we are not named behind them."""
    found = _WITH_ALL.search(clean, start, end)
    return found is not None and _OUR_OWN.search(clean, found.end(), end) is None


def is_our_case(clean: str, start: int, end: int) -> bool:
    """Whether a court or a body of review is said to deal with a suit of the township's own: 县法院审理涉及我镇的行政诉讼2件."""
    found = _OUR_CASE.search(clean, start, end)
    return found is not None and _COUNTS_ANEW.search(clean, found.end(), end) is None


def body_of_the_year(clean: str, start: int, position: int) -> int:
    """Where the last body of the county whose own year is told before `position` ends; -1 for none."""
    told = -1
    for named in _HIGHER_BODY.finditer(clean, start, position):
        if not deals_with_us(clean, named.start(), position):
            told = named.end()
    return -1 if told >= 0 and is_our_case(clean, start, position) else told


def subject_body(clean: str, start: int, position: int, end: int) -> int:
    """Where the last body that is no part of the township and whose own deed is told before `position` ends; -1 for none."""
    if _PUNISHED.search(clean, start, position) or _ATTENDS.search(clean, max(start, position - _ATTENDED_REACH), position):
        return position
    told = -1
    for found in _COUNTY.finditer(clean, start, position):
        follows = found["name"] is not None and _FOLLOWS.search(found["name"]) is not None
        told = found.end() if not follows and _is_its_own(clean, found[0], found.end(), position, end) else -1
    for found in _GOVERNMENT.finditer(clean, start, position):
        follows = found["name"] is not None and _FOLLOWS.search(found["name"]) is not None
        if not follows and _is_its_own(clean, found[0], found.end(), position, end):
            told = max(told, found.end())
    for found in _ITS_EVENT.finditer(clean, start, position):
        if not _TURNS_TO_US.search(clean, found.end(), position):
            told = max(told, found.end())
    for found in _OUR_COUNTY.finditer(clean, start, position):
        if _is_its_own(clean, found[0], found.end(), position, end):
            told = max(told, found.end())
    for found in _SEATED.finditer(clean, start, position):
        if _TURNS_TO_US.search(clean, found.end(), position):
            continue
        if found[0].endswith(_COURT) and _OUR_SUITS.search(clean, found.end(), position + _SUIT_REACH):
            continue
        if _ORDINARY.search(clean, found.end(), position) and not _DEALS_WITH_US.search(clean, found.end(), position):
            told = max(told, found.end())
    return -1 if told >= 0 and is_our_case(clean, start, position) else told


def _is_its_own(clean: str, body: str, told: int, position: int, end: int) -> bool:
    """Whether what the body that ends at `told` does up to `position` is no affair of the township's."""
    if _TURNS_TO_US.search(clean, told, position):
        return False
    if _BY_ITSELF.match(clean, told, position) or _is_with_all(clean, told, position):
        return True
    here = _HERE.search(clean, told, position) is not None
    if (not here and _ALL_OVER.match(clean, told, position)) or (body.endswith(_COURT) and _TRIES.match(clean, position, end)):
        return True
    if _INSPECTS_US.search(clean, told, position):
        return True
    if _INSPECTS_OURS.search(clean, told, position) and not _TOGETHER.search(clean, told, position):
        return True
    if _DEALS_WITH_US.search(clean, told, position):
        return False
    return not here or _BY_ITS_POWERS.search(clean, told, position) is not None
