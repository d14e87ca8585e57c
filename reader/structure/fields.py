"""What a line of a page's head or foot says under labels: `来源:新华网 作者:王小明 浏览次数:102`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reader.model import Span
from reader.restoration.layout.marks import HANZI
from reader.structure.days import find_days


class Label(StrEnum):
    """What a label announces."""

    SOURCE = "source"
    """Where the text was printed or put up."""
    AUTHOR = "author"
    """Who wrote it."""
    EDITOR = "editor"
    """Who edited it."""
    PUBLISHED = "published"
    """When it appeared."""
    UPDATED = "updated"
    """When it was changed."""
    SIGNED = "signed"
    """When a document was made."""
    TITLE = "title"
    """What it is called."""
    ISSUER = "issuer"
    """Who issued a document."""
    NUMBER = "number"
    """The number of a document (发文字号)."""
    PAGE = "page"
    """The page of a paper."""
    CREW = "crew"
    """Others who worked on it, and earlier titles."""
    OTHER = "other"
    """What says nothing of the article: sizes, clicks, index numbers."""


_WORDS: dict[Label, str] = {
    Label.SOURCE: "文章来源 文章出处 稿件来源 信息来源 新闻来源 本文来源 内容来源 消息来源 稿源 来源于 来源 来自 转自 原载 摘自 出处 发布来源",
    Label.AUTHOR: "作者 撰文 撰稿人 撰稿 采写 文案 文字 执笔 文/图 图/文 文图 图文 文 记者 通讯员 本报记者 特约记者 责任记者 author",
    Label.EDITOR: "责任编辑 责任编缉 责编 网络编辑 本期编辑 本文编辑 值班编辑 见习编辑 实习编辑 初审编辑 文字编辑 编辑 主编 编审 执行编辑 editor",
    Label.PUBLISHED: "发布时间 发布日期 发表时间 发表日期 发稿时间 发稿日期 发文日期 发布于 发表于 发布 发表 出版时间 出版日期 出版 刊发时间 刊登日期 公布日期 "
    "publication_date 时间 日期 date",
    Label.UPDATED: "更新时间 更新日期 最后更新 修改时间 更新 updated",
    Label.SIGNED: "成文日期 印发日期 生成日期 签发日期 通过日期",
    Label.TITLE: "标题 信息名称 文件名称 公文名称 title",
    Label.ISSUER: "发文机关 发文机构 发布机构 发布机关 制定机关 发文单位 发布单位 公开单位 authors",
    Label.NUMBER: "发文字号 文号 文件编号 发文号",
    Label.PAGE: "版次 版面 版号 版名",
    Label.CREW: "校对 审核 复审 终审 初审 二审 三审 一审 监制 值班总编 总编 编委 值班编委 出品 出品人 策划 总策划 统筹 制作 设计 制图 剪辑 审校 摄影 摄像 视频 图片 图 "
    "供稿 原标题 配音 美编 排版 编校 编制 签发",
    Label.OTHER: "索引号 主题分类 主题词 分类 公开方式 公开形式 有效性 效力状态 实施日期 生效日期 effective_date 失效日期 浏览次数 浏览量 阅读次数 阅读量 阅读数 点击数 点击量 点击 阅读 浏览 "
    "访问次数 访问量 人气 评论 字号 字体 字体大小 打印 分享 分享到 link url tags categories status years 状态 关键词 栏目 频道 体裁分类 组配分类 信息分类 公开范围 公开类别 所属主题",
}
_OF = {word.replace("/", ""): label for label, line in _WORDS.items() for word in line.split()}
_LABEL = re.compile(
    r"(?P<label>"
    + "|".join(
        r"\s{0,2}".join(map(re.escape, word))
        for word in sorted((word for line in _WORDS.values() for word in line.split()), key=len, reverse=True)
    )
    + r")\s{0,4}(?:[:∶]|[|丨︱](?=\s?[^\s|\d]))\s{0,4}"
)
_BARE = re.compile(r"(?P<label>发布于|发表于|更新于|发布|发表|更新|出版)\s?(?=(?:19|20)\d\d[-/.年])")
"""Labels that may do without a colon before a day."""
_STOP = re.compile(r"[。;|丨\[\]【】\n]|\s{2,}(?=\S{2})|[()](?=\s*$)")
"""Where a value ends at the latest."""
_FOREIGN = re.compile(rf",|{HANZI}[:∶]\D")
"""What no value holds: a clause, or a label that is not known."""
_QUIET = (Label.OTHER, Label.TITLE)
"""What may be in a page's head, but proves no byline alone."""
LONGEST_FIELDS = 200
"""No line of labels is longer, in code points."""


@dataclass(frozen=True, slots=True)
class Field:
    """A value under its label."""

    label: Label
    """What it announces."""
    words: str
    """The label without spaces."""
    at: int
    """Where the label starts in the line."""
    value: Span
    """Where the value stands in the line; empty where there is none."""


def find_fields(text: str) -> list[Field]:
    """The labelled values of a line in the `simplify` form.

    A label within running text (资金来源:) is none, and so is a line with a sentence in it.

    >>> text = "来 源:新华网 作者:王小明 编辑:李 华 浏览次数:102"
    >>> [(field.label.value, text[slice(*field.value)]) for field in find_fields(text)]
    [('source', '新华网'), ('author', '王小明'), ('editor', '李 华'), ('other', '102')]
    >>> find_fields("资金来源:财政拨款")
    []
    """
    if len(text) > LONGEST_FIELDS:
        return []
    marks = [found for found in _marks(text) if _is_free(text, found.start())]
    kept: list[re.Match[str]] = []
    for found in marks:
        if not kept or found.start() >= kept[-1].end():
            kept.append(found)
    days = [day.span.start for day in find_days(text)]
    fields: list[Field] = []
    for index, found in enumerate(kept):
        end = kept[index + 1].start() if index + 1 < len(kept) else len(text)
        stop = _STOP.search(text, found.end(), end)
        end = stop.start() if stop else end
        words = re.sub(r"\s+", "", found["label"]).replace("/", "")
        label = _OF.get(words, Label.UPDATED if words == "更新于" else Label.PUBLISHED)
        if label in (Label.SOURCE, Label.AUTHOR, Label.EDITOR):
            end = min([day for day in days if found.end() < day < end], default=end)
        value = text[found.end() : end]
        fields.append(Field(label, words, found.start(), Span(found.end(), found.end() + len(value.rstrip()))))
    return fields


def _marks(text: str) -> Iterator[re.Match[str]]:
    yield from sorted((*_LABEL.finditer(text), *_BARE.finditer(text)), key=lambda found: found.start())


def _is_free(text: str, start: int) -> bool:
    """Whether a label is not the end of a longer word; behind a value with its own label it may be glued to it."""
    before = text[:start]
    if not before or not re.search(rf"(?:{HANZI}|[a-z_])$", before):
        return True
    return (
        len(before) <= LONGEST_FIELDS
        and re.search(r"^\W*(?:\w\s{0,2}){2,6}[:∶]", before) is not None
        and _LABEL.search(before) is not None
    )


def is_labelled(text: str) -> bool:
    """Whether a line holds labelled values and nothing that they do not explain.

    >>> is_labelled("时间:2022-02-11 来源:区委统战部 作者:刘洋"), is_labelled("作者:王小明说。"), is_labelled("时间:明天")
    (True, False, False)
    """
    if len(text) > LONGEST_FIELDS or "。" in text or text[-1:] in "!?":
        return False
    fields = find_fields(text)
    if not fields or all(field.label in _QUIET for field in fields):
        return False
    head = text[: fields[0].at]
    if len(re.sub(r"[\W\d_]", "", head)) > 14 and not any(True for _ in find_days(head)):
        return False
    if all(field.label in (Label.PUBLISHED, Label.UPDATED, Label.SIGNED, *_QUIET) for field in fields):
        return any(True for _ in find_days(text))
    values = [(field, text[slice(*field.value)]) for field in fields]
    return all(len(value) <= _most(field) and not _FOREIGN.search(value) for field, value in values)


def _most(field: Field) -> int:
    return 80 if field.label in (Label.CREW, Label.TITLE, Label.OTHER) else 48
