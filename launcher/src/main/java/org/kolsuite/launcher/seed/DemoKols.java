package org.kolsuite.launcher.seed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The KOLs of an organisation: files of six platforms with a snapshot a month, imported as a brand manager would. Two of each
 * platform have bought their growth, so that the audit finds something.
 */
final class DemoKols {
    /** One account in the registry. */
    record Account(String kolId, String accountId, String platform, String handle, String displayName) {}

    /** How a platform's people call themselves, and what they write about. */
    private record Scene(String platform, String handleEnd, String nameEnd, String topics) {}

    private static final List<Scene> SCENES = List.of(
            new Scene("xiaohongshu", "_skin", "的护肤日记", "护肤;美妆"),
            new Scene("douyin", "_ceping", "测评", "美妆;测评"),
            new Scene("weibo", "_daily", "每日变美", "时尚;美妆"),
            new Scene("bilibili", "_lab", "成分研究所", "护肤;科普"),
            new Scene("wechat", "_style", "生活志", "生活方式"));
    private static final List<String> PINYIN = List.of(
            "xiaolin",
            "haoran",
            "aning",
            "mumu",
            "taozi",
            "bailu",
            "nuomi",
            "wanfeng",
            "qingning",
            "shiqi",
            "luming",
            "nanzhi",
            "chuxia",
            "xingye");
    private static final List<String> NICKNAMES =
            List.of("小林", "浩然", "阿宁", "沐沐", "桃子", "白鹿", "糯米", "晚风", "青柠", "十七", "鹿鸣", "南栀", "初夏", "星野");
    private static final List<String> ENGLISH = List.of(
            "Ava Lindqvist",
            "Mia Okafor",
            "Chloe Laurent",
            "Ella Novak",
            "Noah Brandt",
            "Zoe Marchetti",
            "Lily Tanaka",
            "Ruby Castellanos",
            "Ivy Sorensen",
            "Leo Hartmann",
            "Nora Petrov",
            "Isla Moreau");
    private static final String HEADER = "账号,昵称,粉丝数,关注数,作品数,平均播放量,平均点赞,平均评论,平均分享,平均收藏,国家,领域\n";
    private static final List<String> FIELDS = List.of(
            "handle",
            "displayName",
            "followers",
            "followings",
            "posts",
            "avgViews",
            "avgLikes",
            "avgComments",
            "avgShares",
            "avgSaves",
            "country",
            "topic");
    private static final int[] SNAPSHOTS_DAYS_AGO = {92, 61, 31, 1};
    private static final Set<Integer> BOUGHT = Set.of(5, 10);

    private final Visitor manager;
    private final LocalDate today;

    DemoKols(Visitor manager, LocalDate today) {
        this.manager = manager;
        this.today = today;
    }

    /** Imports every platform's files, of at most so many people each, and waits until all can be found. */
    Map<String, Account> importAll(int mostPerPlatform, List<String> platforms) {
        int expected = 0;
        for (String platform : platforms) {
            expected += Math.min(mostPerPlatform, platform.equals("instagram") ? ENGLISH.size() : PINYIN.size());
            for (int month = 0; month < SNAPSHOTS_DAYS_AGO.length; month++) {
                importOne(platform, month, mostPerPlatform);
            }
        }
        int all = expected;
        return Patience.await("the imported KOLs are found", () -> {
            Map<String, Account> found = found();
            return found.size() >= all ? found : null;
        });
    }

    /** Accounts by handle. */
    private Map<String, Account> found() {
        Map<String, Account> found = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page = manager.get("/api/v1/kols?limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            for (JsonNode item : page.path("items")) {
                found.put(
                        item.path("handle").asText(),
                        new Account(
                                item.path("kolId").asText(),
                                item.path("accountId").asText(),
                                item.path("platform").asText(),
                                item.path("handle").asText(),
                                item.path("displayName").asText()));
            }
            cursor = page.path("nextCursor").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return found;
    }

    private void importOne(String platform, int month, int most) {
        LocalDate day = today.minusDays(SNAPSHOTS_DAYS_AGO[month]);
        String fileName = platform + "-" + day + ".csv";
        for (JsonNode job : manager.get("/api/v1/imports?limit=100").path("items")) {
            if (job.path("fileName").asText().equals(fileName)
                    && job.path("status").asText().equals("COMPLETED")) {
                return;
            }
        }
        List<Map<String, Object>> columns = new ArrayList<>();
        for (int i = 0; i < FIELDS.size(); i++) {
            columns.add(Map.of("index", i, "field", FIELDS.get(i)));
        }
        JsonNode job = manager.upload(
                        "/api/v1/imports",
                        fileName,
                        file(platform, month, most),
                        Map.of(
                                "platform",
                                platform,
                                "snapshotDate",
                                day.toString(),
                                "mapping",
                                Map.of("columns", columns)),
                        "import " + fileName)
                .orThrow()
                .json();
        Patience.await(fileName + " is imported", () -> {
            JsonNode now = manager.get("/api/v1/imports/" + job.path("id").asText());
            return switch (now.path("status").asText()) {
                case "COMPLETED" -> now;
                case "REFUSED", "FAILED" -> throw new IllegalStateException(fileName + " was not imported: " + now);
                default -> null;
            };
        });
    }

    /** The file of one month; the same every time. */
    static String file(String platform, int month, int most) {
        StringBuilder file = new StringBuilder(HEADER);
        boolean english = platform.equals("instagram");
        List<String> names = english ? ENGLISH : NICKNAMES;
        for (int i = 0; i < Math.min(most, names.size()); i++) {
            file.append(line(platform, i, month));
        }
        return file.toString();
    }

    private static String line(String platform, int index, int month) {
        boolean english = platform.equals("instagram");
        Random random = new Random(platform.hashCode() * 31L + index);
        boolean bought = BOUGHT.contains(index);
        // Drawn in any case: whoever buys growth later must be the same account before.
        double monthly = 1.01 + random.nextDouble() * 0.03;
        double growth = bought && month >= 2 ? 2.4 : Math.pow(monthly, month);
        long followers = Math.round(1_500 * Math.pow(1_000, random.nextDouble()) * growth);
        double rate = (0.02 + random.nextDouble() * 0.05) * (bought ? 0.25 : 1);
        // Whoever posts has better and worse months.
        double mood = 0.9 + new Random(platform.hashCode() * 31L + index * 7L + month).nextDouble() * 0.2;
        long likes = Math.round(followers * rate * mood);
        long comments = Math.round(likes * (bought ? 0.002 : 0.04 + random.nextDouble() * 0.04));
        long views = bought ? Math.round(likes * 6.0) : Math.round(likes * (9 + random.nextDouble() * 8));
        return String.format(
                Locale.ROOT,
                "%s,%s,%d,%d,%d,%d,%d,%d,%d,%d,%s,%s%n",
                handle(platform, index),
                english
                        ? ENGLISH.get(index)
                        : NICKNAMES.get(index) + scene(platform).nameEnd(),
                followers,
                bought ? 7_300 : 120 + random.nextInt(600),
                80 + random.nextInt(700) + month * 9,
                views,
                likes,
                comments,
                Math.round(likes * 0.05),
                Math.round(likes * 0.22),
                english ? List.of("US", "GB", "FR", "DE").get(index % 4) : "CN",
                english ? "beauty;lifestyle" : scene(platform).topics());
    }

    /** How many followers somebody had in the newest file. */
    static long followers(String platform, int index) {
        return Long.parseLong(
                line(platform, index, SNAPSHOTS_DAYS_AGO.length - 1).split(",", -1)[2]);
    }

    static String handle(String platform, int index) {
        return platform.equals("instagram")
                ? ENGLISH.get(index).toLowerCase(Locale.ROOT).replace(' ', '.')
                : PINYIN.get(index) + scene(platform).handleEnd();
    }

    private static Scene scene(String platform) {
        return SCENES.stream()
                .filter(scene -> scene.platform().equals(platform))
                .findFirst()
                .orElseThrow();
    }
}
