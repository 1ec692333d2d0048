"""Structures of sentences that change what a figure means, on sentences of our own and with the project's library."""

import pytest

from extract.matching.examples import read_example
from tests.matching.whole_reports import extractor

CASES = {
    "an aside before a clause that names nothing": (
        "书记讲的法治课，大家都爱听，一年讲了五堂。",
        "leader_law_lectures: 5",
    ),
    "an aside that names something else": ("书记讲的法治课，群众点赞的文艺汇演，一年有五场。", ""),
    "what was studied, told behind the number": (
        "镇党委中心组全年集中学习10次，重点围绕乡村振兴、基层党建开展研讨。",
        "",
    ),
    "law that was studied, told behind the number": (
        "镇党委中心组全年集中学习10次，重点围绕习近平法治思想开展研讨。",
        "theory_study_sessions: 10",
    ),
    "a noun behind what describes it": ("15份标的额较大的协议由司法所和律师双重把关。", "contracts_reviewed: 15"),
    "kinds of papers reviewed together": ("涉法文件、合同都要过司法所这一关，全年过审64件。", "legal_reviews: 64"),
    "ours of another kind than the county's": ("全县共有160个村配备法律顾问，我镇3个受检村均获好评。", ""),
    "a noun named in the clause before a bare verb": (
        "认真抓好人大代表建议办理，全年办理26件。推进综治中心建设，建成13个。",
        "proposals_handled: 26; governance_centres: 13",
    ),
    "a bare verb with a thing of its own": ("推进综治中心建设，建成文化广场3个。", ""),
    "a clause of a subject and a bare verb": (
        "在合法性审查方面，镇司法所今年共开展了17件。人大代表建议办理工作有序开展，共办理26件。",
        "legal_reviews: 17; proposals_handled: 26",
    ),
    "two years with one value": (
        "去年、今年行政诉讼案件均为2件。2023年、2024年群众满意度均为96%。",
        "administrative_litigations: 2 2023; administrative_litigations: 2; satisfaction_rate: 96 2023; satisfaction_rate: 96",
    ),
    "three years with one value": (
        "2022年、2023年和2024年行政诉讼案件均为2件。",
        "administrative_litigations: 2 2022; administrative_litigations: 2 2023; administrative_litigations: 2",
    ),
    "a long title before the comma of a clause that names nothing": (
        "组织干部集体学习《中华人民共和国行政处罚法》，前后凑了12次。",
        "staff_law_study_sessions: 12",
    ),
    "a word that runs into 法治": ("包村领导进村讲法治党课7堂。", "leader_law_lectures: 7"),
    "a word that runs into 宣传卡": ("派发反诈宣传卡1.2万张。", "publicity_materials: 12000"),
    "a verb that ends with 依法 runs into nothing": ("依法治理违建6处，拆除违建6处。", "illegal_structures_removed: 6"),
    "治 of 治理 is none of 法治": ("开展执法治理行动12次。", "joint_enforcement_actions: 12"),
    "a rate of disputes behind posts": ("推送普法信息120条，化解率达98%。", "online_posts: 120; dispute_resolution_rate: 98"),
    "a rate of petitions alone": ("受理信访事项128件，化解率98%。", "petitions_handled: 128"),
    "two years alike are no yearly mean": ("负责人出庭应诉率连续两年均为100%。", "court_appearance_rate: 100"),
    "what was taken up together is no plan": (
        "我镇将学法制度与考勤制度一并落实，干部集体学法12次。",
        "staff_law_study_sessions: 12",
    ),
    "what each of several villages has": ("为全镇16个村（社区）各配齐1名法律顾问。", "villages_with_legal_advisor: 16"),
    "a rate in brackets counts what stands before": (
        "学法考试及格率（98.5%）与参考率（100%）双双提升。",
        "law_exam_pass_rate: 98.5; law_exam_participation_rate: 100",
    ),
    "an aim that was reached": ("实现了学法考试合格率100%的目标。", "law_exam_pass_rate: 100"),
    "an aim that was exceeded": (
        "中心组学习习近平法治思想8次，超额完成年初定下的6次目标。",
        "theory_study_sessions: 8; theory_study_sessions: 6 planned",
    ),
    "sessions before who came": (
        "全年4场法治培训共有320人参加。",
        "legal_training_sessions: 4; legal_training_participants: 320",
    ),
    "items behind semicolons": (
        "村（居）法律顾问配备情况：行政村11个；社区2个；配备率100%。",
        "villages_with_legal_advisor: 11; villages_with_legal_advisor: 2",
    ),
    "whose things they are is not counted": ("有5个村的法律顾问一年没露过面。", ""),
    "a list whose 分别 stands behind a comma": (
        "行政复议、应诉案件双下降，分别为1件、2件。",
        "administrative_reconsiderations: 1; administrative_litigations: 2",
    ),
    "no mistakes are no denial of cases": ("行政复议“零纠错”。", ""),
    "what any one takes": ("牧区路远，开展一次普法往返需要两天。", ""),
    "fields of work before their noun": (
        "发现消防、燃气、自建房隐患分别为12处、9处、7处。",
        "hazards_found: 12; hazards_found: 9; hazards_found: 7",
    ),
    "a verb that is one word with the first object": (
        "司法所所长列席党委会、常务会分别为8次、5次。",
        "justice_office_meetings_attended: 8; justice_office_meetings_attended: 5",
    ),
    "lines under a heading": (
        "〖四〗普法\n18场：赶圩11场，晚会7场\n2600人次到场\n35条镇公众号\n",
        "publicity_events: 18; publicity_events: 11; publicity_events: 7; publicity_audience: 2600; online_posts: 35",
    ),
    "a sentence under a heading": ("〖四〗普法\n镇文化站全年放映电影26场，另有广场舞比赛。\n", ""),
    "label and item beside the number": (
        "学法：党委10次、机关24次。",
        "theory_study_sessions: 10; staff_law_study_sessions: 24",
    ),
    "papers behind their label": (
        "审查：合同62份、文件9件，出法律意见31份。",
        "contracts_reviewed: 62; legal_reviews: 9; legal_opinions: 31",
    ),
    "the unit stands in the heading of its row": (
        "- 处罚案件（起）：14，上年21，同比降33.3（%）\n- 户籍人口（万人）：1.4",
        "penalty_cases: 14; penalty_cases: 21 2023; population: 14000",
    ),
    "a clause that only says that it was done": (
        "周三晚上关起门来读法条的夜学，咬牙坚持了31期。",
        "staff_law_study_sessions: 31",
    ),
    "a clause that says something else of people": ("取得执法证的干部里，年底退了1人。", ""),
    "the next item of a list has the verb before the first": (
        "调解邻里纠纷63起、山林土地纠纷22起；化解婚姻纠纷9起、债务纠纷4起。",
        "disputes_mediated: 63; disputes_mediated: 22; disputes_resolved: 9; disputes_resolved: 4",
    ),
    "measure words by habit": (
        "调解家长里短41桩，跑了联合执法13趟，聘法律顾问2位，现有调解员36个。",
        "disputes_mediated: 41; joint_enforcement_actions: 13; legal_advisors: 2; mediators: 36",
    ),
    "things counted apiece are no people": ("建成法律顾问工作室2个。", ""),
    "nouns paired with figures over a verb": (
        "司法所工作人员、法律顾问分别列席党委会议12次、8次。",
        "justice_office_meetings_attended: 12",
    ),
    "a list of numbers before their nouns": ("举办了2次法治讲座和1次旁听庭审。", "law_lectures: 2"),
    "papers in units of their own share the verb behind them": (
        "对36份合同、2件规范性文件进行合法性审查。",
        "contracts_reviewed: 36; normative_documents_reviewed: 2",
    ),
    "older papers cleaned up this year": (
        "对2019年以来印发的规范性文件开展清理9件。",
        "normative_documents_reviewed: 9",
    ),
    "villages and communities without a unit": ("辖19村2社区。", "villages: 19; villages: 2"),
    "problems of the enterprises that were named first": (
        "走访企业56家次，收集问题48个，已解决47个。巡察反馈问题12个，已整改11个。",
        "enterprise_visits: 56; enterprise_issues_resolved: 47; problems_rectified: 11",
    ),
    "villages and communities run together": (
        "管辖8个村1个社区。",
        "villages: 8; villages: 1",
    ),
    "one more in a list of counts": (
        "全镇辖十四个行政村、一个社区。",
        "villages: 14; villages: 1",
    ),
    "about so many": (
        "现场聆听普法宣讲的群众有1800来人次。",
        "publicity_audience: 1800 about",
    ),
    "people counted by their mouths": (
        "全镇总人口2.87万口人。",
        "population: 28700",
    ),
    "a centre that was put to work": (
        "乡综治中心1个挂牌运行。",
        "governance_centres: 1",
    ),
    "each village has one": ("十二个村居各有一名顾问律师。", "villages_with_legal_advisor: 12"),
    "brackets in brackets": (
        "行政合同158份（镇本级97份，村（社区）61份），均经合法性审查。",
        "contracts_reviewed: 158; contracts_reviewed: 97; contracts_reviewed: 61",
    ),
    "one hired person": ("咱镇请了一位执业律师当法律顾问。", "legal_advisors: 1"),
    "one person in a post": ("聘请律师事务所律师一名担任法律顾问。", "legal_advisors: 1"),
    "people counted one by one": ("手里攥着执法证的13个人。", "enforcement_certificate_holders: 13"),
    "papers of two places with one verb behind": (
        "把东片的24份合同、西片的18份合同逐份审查。",
        "contracts_reviewed: 24; contracts_reviewed: 18",
    ),
    "where they are, behind the comma": ("调委会重新选过，镇、村（社区）两级20个。", "mediation_committees: 20"),
    "one of the two each": (
        "作出处罚29件，简易、一般程序各是20件、9件。",
        "penalty_cases: 29; penalty_cases_simple: 20; penalty_cases_ordinary: 9",
    ),
    "a booklet by its title": (
        "散发法治挂历3000本、《应知应会》1200册。",
        "publicity_materials: 3000; publicity_materials: 1200",
    ),
    "a certificate by its full name": ("已持《广东省人民政府行政执法证》者21名。", "enforcement_certificate_holders: 21"),
    "checks that were spared": ("为企业减去重复检查270余次。", ""),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_structure(text: str, expected: str) -> None:
    assert sorted(read_example(extractor(), text).elements()) == sorted(filter(None, expected.split("; ")))
