"""What the command doctor says, in English and in Chinese."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "state ok": ("ok", "正常"),
    "state note": ("note", "提示"),
    "state problem": ("PROBLEM", "问题"),
    "doctor well": ("Everything that is needed is there.", "需要的都齐了。"),
    "doctor problems": ("{0} problems; what to do stands below each.", "有 {0} 个问题，处理办法见各项下方。"),
    "installed": ("installed", "已安装"),
    "clone": ("run from a clone", "在项目目录中运行"),
    "native": ("reading rules", "读取规则"),
    "native compiled": ("compiled", "已编译"),
    "native plain": (
        "plain Python (`make native` or `python -m extract.native_build` compiles them; reading is faster then)",
        "纯 Python（运行 make native 或 python -m extract.native_build 编译后读取更快）",
    ),
    "native off": ("plain Python (TOWNSHIP_METRICS_PLAIN)", "纯 Python（TOWNSHIP_METRICS_PLAIN）"),
    "native broken": (
        "plain Python: what was compiled cannot be loaded here; build it again",
        "纯 Python：已编译的文件无法在此加载，请重新编译",
    ),
    "packages": ("packages", "依赖包"),
    "missing": ("missing: {0}", "缺少：{0}"),
    "not installed": ("not found", "未找到"),
    "pattern library": ("pattern library", "指标库"),
    "library found": ("{0}, {1} metrics, {2}", "{0}，{1} 个指标，{2}"),
    "register": ("register of divisions", "行政区划名录"),
    "register found": ("{0} townships", "{0} 个乡镇（街道）"),
    "extra ocr": ("reading of scans (extra ocr)", "扫描件识别（ocr 扩展）"),
    "extra cluster": ("clusters (extra cluster)", "集群运行（cluster 扩展）"),
    "fonts": ("Chinese fonts", "中文字体"),
    "fonts unknown": ("cannot be listed here", "无法列出"),
    "browser found": ("browser", "浏览器"),
    "browser of system": ("the system's own", "系统自带"),
    "console": ("language and console", "语言和终端"),
    "console found": ("{0} (locale {1}), {2}", "{0}（区域设置 {1}），{2}"),
    "room": ("room for temporary files", "临时文件空间"),
    "room found": ("{0}, {1} MB free", "{0}，剩余 {1} MB"),
    "environment": ("environment", "环境变量"),
    "samples": ("sample corpora", "示例数据"),
    "store state": ("store", "数据库"),
    "no store": ("none yet; it will be {0}", "尚未建立，将建在 {0}"),
    "store found": ("{0}, {1} reports, {2} KB", "{0}，{1} 份报告，{2} KB"),
    "store failed": ("{0} files could not be read", "{0} 个文件读不出"),
    "store unknown": ("of {0} reports township or year is unknown", "{0} 份报告的乡镇或年度未识别"),
    "store old": (
        "made with another pattern library or version of the program",
        "由其他版本的指标库或程序建立",
    ),
    "advice python": ("Install Python 3.11 or newer.", "请安装 Python 3.11 或更新版本。"),
    "advice packages": (
        "Install again: pip install --force-reinstall township-metrics",
        "请重新安装：pip install --force-reinstall township-metrics",
    ),
    "advice library": (
        "`township-metrics metrics check` lists every mistake.",
        "用 township-metrics metrics check 查看全部错误。",
    ),
    "advice ocr": (
        'Only scans and pictures need it: pip install "township-metrics[ocr]"',
        '只有扫描件和图片需要：pip install "township-metrics[ocr]"',
    ),
    "advice cluster": (
        'Only a Dask cluster needs it: pip install "township-metrics[cluster]"',
        '只有 Dask 集群需要：pip install "township-metrics[cluster]"',
    ),
    "advice fonts": (
        "Install a font with Chinese characters, such as fonts-noto-cjk, or pages will show boxes.",
        "请安装中文字体（如 fonts-noto-cjk），否则页面会显示方框。",
    ),
    "advice browser": (
        "`dashboard --no-browser` prints the address; open it in a browser on this computer.",
        "用 dashboard --no-browser 显示地址，再用本机浏览器打开。",
    ),
    "advice console": (
        "Set the console to UTF-8 (Windows: chcp 65001; Linux: LANG=C.UTF-8), or characters print as ?.",
        "请把终端设为 UTF-8（Windows：chcp 65001；Linux：LANG=C.UTF-8），否则汉字会显示为 ?。",
    ),
    "advice room": ("Make room, or name another place in TMPDIR.", "请清理空间，或用 TMPDIR 指定其他位置。"),
    "advice environment": (
        "It changes what the program does; unset it if that is not wanted.",
        "它会改变程序行为，不需要时请取消。",
    ),
    "advice path": ("Check the path.", "请检查路径。"),
    "advice store": (
        "The folder may only be read, so the store is kept in your own folder.",
        "该文件夹只读，数据库存放在用户文件夹中。",
    ),
    "advice failed": (
        "`township-metrics extract {0}` says why.",
        "用 township-metrics extract {0} 查看原因。",
    ),
    "advice identity": (
        "Give them in an identity.csv beside the reports: report,township,county,city,province,year",
        "请在报告文件夹的 identity.csv 中写明：report,township,county,city,province,year",
    ),
    "advice old": (
        "The next `dashboard` or `extract --store` brings it up to date.",
        "下次运行 dashboard 或 extract --store 时自动更新。",
    ),
}
