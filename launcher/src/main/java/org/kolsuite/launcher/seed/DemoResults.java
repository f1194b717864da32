package org.kolsuite.launcher.seed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** What posts did and what shops sold: metric snapshots and an order report, uploaded as files. */
final class DemoResults {
    private final Visitor manager;
    private final Timeline timeline;

    DemoResults(Visitor manager, Timeline timeline) {
        this.manager = manager;
        this.timeline = timeline;
    }

    /** The counters of a post, a day after publishing, and shortly before each cut that lies before that day. */
    void measure(Stories.Story story, int publishedDaysAgo, int until, double strength) {
        timeline.on(until, () -> {
            String id = story.id();
            if (id.isEmpty()) {
                return;
            }
            Random random = new Random(story.who().handle().hashCode());
            long views = Math.round((18_000 + random.nextInt(60_000)) * strength);
            StringBuilder file = new StringBuilder("collaboration id,taken at,views,likes,comments,shares,saves\n");
            for (int day : new int[] {1, 3, 6, 14, 20}) {
                if (publishedDaysAgo - day > until) {
                    double grown = 1 - Math.exp(-day / 4.0);
                    file.append(line(id, timeline.day(publishedDaysAgo - day), views * grown));
                }
            }
            upload(
                    "/api/v1/metrics/imports",
                    "metrics-" + story.who().handle() + "-" + until + ".csv",
                    file.toString(),
                    Map.of());
        });
    }

    /** An order report of the shop: orders with the stories' codes, some with none, and one with two. */
    void orders(List<Stories.Story> stories, int soldDaysAgo, int until) {
        timeline.on(until, () -> {
            List<String> codes = stories.stream()
                    .map(story -> story.detail()
                            .path("collaboration")
                            .path("promoCode")
                            .asText(""))
                    .filter(code -> !code.isEmpty() && !code.equals("null"))
                    .toList();
            Random random = new Random(soldDaysAgo);
            StringBuilder file = new StringBuilder("订单编号,订单状态,买家实际支付金额,退款金额,优惠码,订单付款时间\n");
            for (int order = 0; order < 120; order++) {
                String code = codes.isEmpty() || order % 6 == 5 ? "" : codes.get(random.nextInt(codes.size()));
                if (order == 60 && codes.size() > 1) {
                    code = codes.get(0) + ";" + codes.get(1);
                }
                Instant at = timeline.day(soldDaysAgo)
                        .plus(Duration.ofHours(random.nextInt(24 * (soldDaysAgo - until - 1))));
                long paid = 12_900 + 100L * random.nextInt(400);
                boolean refunded = order % 19 == 7;
                file.append(String.format(
                        Locale.ROOT,
                        "LB%d%04d,%s,%d.00,%s,%s,%s%n",
                        soldDaysAgo,
                        order,
                        refunded ? "已退款" : "交易成功",
                        paid / 100,
                        refunded ? paid / 100 + ".00" : "0.00",
                        code,
                        at));
            }
            upload(
                    "/api/v1/orders/imports",
                    "orders-" + soldDaysAgo + ".csv",
                    file.toString(),
                    Map.of("template", "taobao-order-report", "shop", "Lumen 天猫旗舰店"));
        });
    }

    private static String line(String id, Instant at, double views) {
        return String.format(
                Locale.ROOT,
                "%s,%s,%d,%d,%d,%d,%d%n",
                id,
                at,
                Math.round(views),
                Math.round(views * 0.055),
                Math.round(views * 0.004),
                Math.round(views * 0.003),
                Math.round(views * 0.012));
    }

    private void upload(String path, String fileName, String content, Map<String, ?> fields) {
        for (JsonNode job : manager.get(path + "?limit=100").path("items")) {
            if (job.path("fileName").asText().equals(fileName)
                    && job.path("status").asText().equals("DONE")) {
                return;
            }
        }
        JsonNode job = manager.upload(path, fileName, content, fields, "upload " + fileName)
                .orThrow()
                .json();
        Patience.await(fileName + " is imported", () -> {
            JsonNode now = manager.get(path + "/" + job.path("id").asText());
            return switch (now.path("status").asText()) {
                case "DONE" -> now;
                case "REFUSED" -> throw new IllegalStateException(fileName + " was not imported: " + now);
                default -> null;
            };
        });
    }
}
