"""The units of metrics for readers of English."""

#: a unit that is not here is shown as the library writes it
UNITS_EN: dict[str, str] = {
    "次": "times", "场": "events", "场次": "events", "期": "sessions", "件": "cases", "起": "cases", "宗": "cases",
    "份": "copies", "人": "people", "人次": "attendances", "名": "people", "个": "", "处": "places", "元": "yuan",
    "万元": "10,000 yuan", "条": "items", "项": "items", "户": "households", "支": "teams", "家": "firms", "块": "boards",
    "本": "books", "篇": "articles", "天": "days", "课时": "lessons", "学时": "hours", "小时": "hours", "台": "machines",
    "册": "volumes", "批次": "batches", "亩": "mu", "幅": "banners", "面": "panels", "公里": "km", "辆": "vehicles",
    "部": "acts", "批": "batches",
}  # fmt: skip
