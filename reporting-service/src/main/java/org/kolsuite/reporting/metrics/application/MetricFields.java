package org.kolsuite.reporting.metrics.application;

import java.util.List;
import org.kolsuite.platform.tabular.TargetField;
import org.kolsuite.platform.tabular.TargetField.Shape;

/** The columns of a metrics file, in English and Chinese, as the platforms' own exports name them. */
public final class MetricFields {
    public static final String POST_URL = "postUrl";
    public static final String COLLABORATION = "collaborationId";
    public static final String TAKEN_AT = "takenAt";
    public static final String VIEWS = "views";
    public static final String READS = "reads";
    public static final String LIKES = "likes";
    public static final String COMMENTS = "comments";
    public static final String SHARES = "shares";
    public static final String SAVES = "saves";
    public static final String ENGAGEMENTS = "engagements";

    /** In the order in which fields choose their column. */
    public static final List<TargetField> ALL = List.of(
            TargetField.optional(
                    POST_URL,
                    Shape.URL,
                    "post url",
                    "post link",
                    "note url",
                    "link",
                    "url",
                    "笔记地址",
                    "官方笔记地址",
                    "笔记链接",
                    "作品链接",
                    "链接"),
            TargetField.optional(COLLABORATION, Shape.TEXT, "collaboration id", "collaboration", "合作编号"),
            TargetField.optional(TAKEN_AT, Shape.DATE, "taken at", "snapshot date", "date", "as of", "统计时间", "数据日期"),
            TargetField.optional(VIEWS, Shape.COUNT, "views", "exposures", "impressions", "plays", "曝光量", "播放量", "展现量"),
            TargetField.optional(READS, Shape.COUNT, "reads", "read count", "预估阅读量", "阅读量", "阅读数"),
            TargetField.optional(LIKES, Shape.COUNT, "likes", "like count", "点赞数", "点赞量", "点赞"),
            TargetField.optional(COMMENTS, Shape.COUNT, "comments", "comment count", "评论数", "评论量", "评论"),
            TargetField.optional(SHARES, Shape.COUNT, "shares", "share count", "reposts", "分享数", "转发数", "分享"),
            TargetField.optional(SAVES, Shape.COUNT, "saves", "collects", "favorites", "收藏数", "收藏量", "收藏"),
            TargetField.optional(
                    ENGAGEMENTS, Shape.COUNT, "engagements", "interactions", "total engagement", "互动量", "互动数"));

    private MetricFields() {}
}
