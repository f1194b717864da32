package org.kolsuite.registry.imports.model;

import java.util.List;
import java.util.Locale;

/**
 * What a column of an imported file can be. The synonyms are how exports in English and Chinese head such a column, in
 * the form of {@link ColumnGuess#words}; whoever imports can correct the guess.
 */
public enum Field {
    PLATFORM_UID(
            Kind.TEXT,
            "uid",
            "mid",
            "owner mid",
            "user id",
            "account id",
            "platform id",
            "channel id",
            "id",
            "用户id",
            "账号id",
            "平台id"),
    HANDLE(Kind.TEXT, "handle", "username", "user name", "account", "screen name", "账号", "用户名", "小红书号", "抖音号", "微信号"),
    DISPLAY_NAME(
            Kind.TEXT,
            "name",
            "display name",
            "nickname",
            "owner name",
            "creator",
            "influencer",
            "channel",
            "channel name",
            "youtuber",
            "tiktoker",
            "昵称",
            "名称",
            "达人昵称",
            "达人名称",
            "博主",
            "博主昵称",
            "作者"),
    FOLLOWERS(
            Kind.NUMBER,
            "followers",
            "follower",
            "subscribers",
            "subscriber",
            "fans",
            "owner follower",
            "粉丝",
            "粉丝数",
            "粉丝量",
            "粉丝总数",
            "关注者"),
    FOLLOWINGS(Kind.NUMBER, "followings", "following", "关注", "关注数"),
    POSTS(Kind.NUMBER, "posts", "media", "videos", "notes", "作品数", "笔记数", "视频数"),
    AVG_VIEWS(Kind.NUMBER, "views avg", "plays avg", "reads avg", "平均播放量", "平均播放", "播放均值", "平均阅读量", "平均阅读", "播放中位数"),
    AVG_LIKES(Kind.NUMBER, "likes avg", "平均点赞", "平均点赞数", "点赞均值", "赞均"),
    AVG_COMMENTS(Kind.NUMBER, "comments avg", "平均评论", "平均评论数", "评论均值"),
    AVG_SHARES(Kind.NUMBER, "shares avg", "reposts avg", "平均分享", "平均转发", "平均转发数"),
    AVG_SAVES(Kind.NUMBER, "saves avg", "favorites avg", "平均收藏", "平均收藏数"),
    AVG_ENGAGEMENTS(Kind.NUMBER, "engagement avg", "engagements avg", "interactions avg", "平均互动", "平均互动量", "互动均值"),
    AUTHENTIC_ENGAGEMENTS(Kind.NUMBER, "authentic engagement", "authentic engagements", "真实互动", "真实互动量"),
    COUNTRY(Kind.TEXT, "country", "audience country", "audience country mostly", "region", "国家", "地区", "国家地区"),
    TOPIC(
            Kind.TEXT,
            "category",
            "categories",
            "topic",
            "topics",
            "tag",
            "tags",
            "niche",
            "tid name",
            "类目",
            "分类",
            "领域",
            "垂类",
            "标签",
            "达人类型"),
    SNAPSHOT_DATE(Kind.DATE, "snapshot date", "date", "as of", "日期", "数据日期", "统计日期"),
    PROFILE_URL(Kind.TEXT, "url", "link", "profile url", "profile link", "homepage", "主页", "主页链接", "链接"),
    BIO(Kind.TEXT, "bio", "biography", "description", "about", "简介", "个人简介");

    /** What its cells hold. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE
    }

    private final Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> synonyms;

    Field(Kind kind, String... synonyms) {
        this.kind = kind;
        this.synonyms = List.of(synonyms);
    }

    public Kind kind() {
        return kind;
    }

    public List<String> synonyms() {
        return synonyms;
    }

    /** Whether several columns may hold it: an account has several topics, but one follower count. */
    public boolean repeatable() {
        return this == TOPIC;
    }

    /** How the field is written in JSON: {@code avgViews}. */
    public String code() {
        StringBuilder code = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
            code.append(code.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return code.toString();
    }

    /** @throws UnknownField when no field has that code */
    public static Field of(String code) {
        for (Field field : values()) {
            if (field.code().equals(code)) {
                return field;
            }
        }
        throw new UnknownField(code);
    }
}
