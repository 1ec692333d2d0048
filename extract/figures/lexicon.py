"""Words that tell a name or a saying from a count."""

import re

from extract.figures.units import words

#: what follows 三个, 两项 … when they name a set of principles and count nothing done
ABSTRACT = re.compile(
    "方面|维护|确立|意识|自信|环节|层面|维度|阶段|关键|责任|条例|清单|制度|机制|体系|目标|导向|必须|坚持|务必|一律|不|专项|专题|统筹|抓手|着力|聚焦|"
    "强化|到位|提升|结合|转变|认同|布局|规范(?!性)|规定|原则|纪律|文明(?!村|单位|户)|代表(?!队|团)|至上|打造|融入|优先|率先|带头|一致|步骤|要素|标准|层次|"
    "角度|领域|渠道|方向|重点(?!村|企业|项目|人|户)|大局|全面|全员|全程|全覆盖|服务(?![站点中队窗大])|服从|能力|作用|红线|底线|主线|防线|网(?!格|点|站)|主题|一公里|"
    "线(?![索上下路缆])|战线|离开|更|零|没有|面向|基本|突出|重要|主要|为主|凡是|同步|同时|模式|定期|协同|代会|中心任务|纳入|深入|落实|明确|走进|覆盖|延伸|下沉|前移|百年|"
    # 利用春秋两个农闲季节, 抓住三个节点
    "农闲|农忙|季节|时节|时段|时期|时点|节点|节日|假期|长假|"
    "联动|联调|联治|联防|共治|合一|衔接|贯通|并举|融合|行动|最"
)
#: nouns that are counted without a unit: 16村2社区
NOUNS = re.compile(
    "行政村|自然村|村(?!规|务|民|居|级|组)|社区|居委会|镇街|乡镇|街道|单位|部门|支部|党支部|网格|场所|企业|学校|站所|人员|案件|项目|平台|机构|商户|"
    "点位|委员|居民|人口|[常户][住籍](?:人口|居民)|服务人口|群众|百姓|老百姓|农户|老少|老小|父老|乡亲|男女老少|农牧民|村民小组|村居|调委会|行业|领域|岗位|窗口|类|种"
)
HOTLINES = re.compile(r"(?:123[0-9]{2}|1[12][0-9]|96[0-9]{3,4}|400[0-9]{7})(?![0-9])")
#: what the hours of a service are named for: 15分钟便民服务圈, 24小时值守
CIRCLE = re.compile(
    r"[\u4e00-\u9fff]{0,10}?(?:圈|便民|热线|值守|值班|在线|服务|自助|不打烊|营业|响应|待命|巡|轮班|备勤|动态|监控|开放|全天|无休|政务|咨询|受理|全)"
)
#: what follows 一 when the two begin the name of a scheme: 一站式, 一网通办, 一件事
SCHEME = re.compile("站式|网|码|窗|公开|委员|件事|卡|本通|张网|条街|封信|窗口|门式|把尺|张图|屏|键|次办|次性|县一|照")
#: sayings that hold a number and a unit
SAYING = re.compile(
    "四面八方|五湖四海|三番[五两]次|三令五申|七嘴八舌|三言两语|两面派|三天两头|一五一十|三心二意|五花八门|十全十美|百家争鸣|百花齐放"
)
#: what follows 三件 when it is no case: 抓好三件事
AFFAIRS = re.compile("(?:大|要|小|好|实)?事(?![项务故实件])")
#: what follows 一 and its unit when nothing is counted
NO_COUNT_AFTER = re.compile(
    r"[性式]|一[\u4e00-\u9fff]|[二两三][\u4e00-\u9fff]|办[好成]|办结|(?:全部)?过[审关]|通过|验收|告知|股绳|盘棋|家亲|龙服务|心|不[漏落少差缺丢拖等]"
)
#: what stands before 一 and its unit when it counts a result, unless a clause ends behind it
RESULT = words(
    "开展 举办 召开 组织 举行 进行 发生 办理 受理 调解 化解 处理 查处 立案 建成 新建 设立 成立 组建 配备 配齐 聘请 "
    "选聘 聘任 新增 完成 整改 发放 印发 制定 出台 开设 播放 发布 推送 报送 悬挂 张贴 制作 走访 检查 拆除 移送 调处 "
    "接待 收到 接到 提供 出具 审查 审核 备案 列席 参加 培训 处罚 罚款 代理 援助 应诉 败诉 纠正 共有 现有 仅有 只有 "
    "设有 建有 共 仅 各 有 了 过 达 到 至 降为 均 计 起码 至少 少于 低于 超过 发现 排查 巡查 宣讲 讲 授 上 下发 "
    "编印 编制 征集 获得 荣获 取得 创建 培育 评选 评为 增加 减少 清理 解决 收集 采纳 形成 安排 派驻 入驻 引进 投入 "
    "安装 更新 辖 聘用 听取 研究 举报 移交 打掉 破获 侦破 抓获 捣毁 取缔 关停 吊销 约谈 通报 问责 处分 表彰 评查 "
    "抽查 签订 签署 起草 修订 废止 公开 公示 宣传 播出 刊发 拍摄 加 加上 再加 外加 摊上 碰上 遇上 "
)
#: verbs whose object 一起 can only be a case
SETTLING = words("发生 化解 调解 调处 查处 受理 办理 立案 处理 侦破 破获 处置 排查 接到 解决 审理 审结 办结 平息 涉及 办了 了结")
#: ends of RESULT that say too little before 一个, 一项, 一支: 有一个过程, 形成一个闭环
WEAK = words("了 有 过 形成 各 均 计 至 到 达 讲 上 授 共 仅 组织 开展 进行 提供 宣传 研究 公开")
#: characters before 一 that make it no count: 每一个, 下一次, 统一
NO_COUNT_BEFORE = frozenset("每逐另同任这那某哪唯上下头统第单专划初万不归随合其近当凡首再又")
#: none left out: 不漏一户, 不落一人, 没有发生一起
NONE_LEFT = re.compile("(?:不(?:漏|落|放|留|遗|让|丢|少(?!于)|错|误|拉|掉|差|枉|缺|失|发生|出现)|没有|未|无)[^，。；、]{0,4}$")
#: what a 一起 must stand beside to be one case, and not 'together'
CASES = re.compile(
    "案|件|官司|被?判(?:决|我[镇乡])?[败输]|纠纷|诉讼|复议|事件|事故|矛盾|信访|上访|投诉|处罚|败诉|刑事|行政|涉|治安|邻里|婚姻|土地|合同|民事|劳动|因|重大|非法|违|赔偿|听证|安全|火灾|盗窃"
)
#: classes of people or bodies that a threshold selects: 10人以上企业
CLASS = re.compile(
    "的?(?:企业|单位|规模|老人|老年人|高龄|人员|群众|党员|干部|妇女|集体|群体|项目|工程|合同|家庭|居民|村民|职工|用人|学历|农户|场所|车辆|建筑|小区|村|社区|"
    "工地|重大|采购|支出|资金|罚款|案件|贫困|失业|行政|学生|公民|集会|聚集|职级|领导|退役|住户|大户|经营|商铺|门店|店|超市|宾馆|饭店|酒店|餐饮|高层|租|养殖|种植|未成年|少年|有期|的)"
)
#: first characters of sayings of the shape 千家万户
SAYING_FIRST = frozenset("千百万七九")
#: bodies and places: 一村一法律顾问 is the name of a scheme, 一户一档 a way of working
PLACES = frozenset("村镇乡社校企站所街县")
#: labels before a number that counts nothing: 邮编, 电话
CODE = re.compile(
    "(?:邮编|编码|电话|传真|手机|座机|编号|账号|代码|证号|热线|专线|邮箱|微信|信箱|工号|车牌|文号)(?:号码?)?[:：为是]?$"
)
#: what is named after the number that one dials: 8890平台
DIALLED = re.compile("(?:政务服务|便民服务|便民|服务|公共服务)?(?:热线|专线|平台)")
#: labels before a number that puts in order: 附件1, 表3
LABEL = re.compile("(?:附件|附表|附录|案例|专栏|(?<![代发])表|(?<!地)图)$")
