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
            long views = Math.round((24_000 + random.nextInt(16_000)) * strength);
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

    /** People follow the tracked links of posts, a few on each of these days. */
    void clicks(List<Stories.Story> stories, int... daysAgo) {
        for (int day : daysAgo) {
            timeline.on(
                    day,
                    () -> stories.forEach(story -> {
                        String slug = story.detail()
                                .path("collaboration")
                                .path("trackingSlug")
                                .asText("");
                        if (!slug.isEmpty() && !slug.equals("null")) {
                            int people = 3 + new Random(slug.hashCode() * 31L + day).nextInt(9);
                            for (int click = 0; click < people; click++) {
                                manager.follow("/t/" + slug);
                            }
                        }
                    }));
        }
    }

    /** An order report of a Chinese shop: orders with the stories' codes, some with none, and one with two. */
    void orders(List<Stories.Story> stories, int count, int soldDaysAgo, int until) {
        orders(stories, count, soldDaysAgo, until, Shop.TMALL);
    }

    /** The same from a shop abroad. */
    void shopifyOrders(List<Stories.Story> stories, int count, int soldDaysAgo, int until) {
        orders(stories, count, soldDaysAgo, until, Shop.SHOPIFY);
    }

    /** What a shop calls things, and what it sells for. */
    private enum Shop {
        TMALL(
                "taobao-order-report",
                "Lumen 天猫旗舰店",
                "订单编号,订单状态,买家实际支付金额,退款金额,优惠码,订单付款时间",
                "LB%1$d%2$04d,%3$s,%4$d.00,%5$d.00,%6$s,%7$s",
                "交易成功",
                "已退款",
                129),
        SHOPIFY(
                "shopify-admin-export",
                "lumen.example",
                "Name,Financial Status,Total,Refunded Amount,Outstanding Balance,Currency,Discount Code,Paid at,Created at",
                "#%1$d%2$04d,%3$s,%4$d.00,%5$d.00,0.00,USD,%6$s,%7$s,%7$s",
                "paid",
                "refunded",
                38);

        private final String template;
        private final String title;
        private final String header;
        /** Batch, number, state, paid, refunded, code, time. */
        private final String line;

        private final String paid;
        private final String refunded;
        private final int cheapest;

        Shop(String template, String title, String header, String line, String paid, String refunded, int cheapest) {
            this.template = template;
            this.title = title;
            this.header = header;
            this.line = line;
            this.paid = paid;
            this.refunded = refunded;
            this.cheapest = cheapest;
        }
    }

    private void orders(List<Stories.Story> stories, int count, int soldDaysAgo, int until, Shop shop) {
        timeline.on(until, () -> {
            List<String> codes = stories.stream()
                    .map(story -> story.detail()
                            .path("collaboration")
                            .path("promoCode")
                            .asText(""))
                    .filter(code -> !code.isEmpty() && !code.equals("null"))
                    .toList();
            Random random = new Random(soldDaysAgo);
            StringBuilder file = new StringBuilder(shop.header).append('\n');
            for (int order = 0; order < count; order++) {
                // Who comes first in the list sells most.
                double luck = random.nextDouble();
                String code = codes.isEmpty() || order % 6 == 5 ? "" : codes.get((int) (codes.size() * luck * luck));
                if (order == 60 && codes.size() > 1) {
                    code = codes.get(0) + ";" + codes.get(1);
                }
                Instant at = timeline.day(soldDaysAgo)
                        .plus(Duration.ofHours(random.nextInt(24 * (soldDaysAgo - until - 1))));
                long paid = shop.cheapest + random.nextInt(3 * shop.cheapest);
                boolean back = order % 19 == 7;
                file.append(String.format(
                                Locale.ROOT,
                                shop.line,
                                soldDaysAgo,
                                order,
                                back ? shop.refunded : shop.paid,
                                paid,
                                back ? paid : 0,
                                code,
                                at))
                        .append('\n');
            }
            upload(
                    "/api/v1/orders/imports",
                    "orders-" + soldDaysAgo + ".csv",
                    file.toString(),
                    Map.of("template", shop.template, "shop", shop.title));
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
