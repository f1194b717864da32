package org.kolsuite.launcher.seed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brand, products, campaigns and briefs. Each is looked for by its name before it is made. */
final class DemoCampaigns {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Visitor manager;
    private final Timeline timeline;

    DemoCampaigns(Visitor manager, Timeline timeline) {
        this.manager = manager;
        this.timeline = timeline;
    }

    String brand(String name) {
        return byName("/api/v1/brands", "name", name, Map.of("name", name));
    }

    String product(String brand, String name, String sku, long costMinor, String currency, String margin) {
        return byName(
                "/api/v1/products?brandId=" + brand,
                "name",
                name,
                Map.of(
                        "brandId", brand,
                        "name", name,
                        "sku", sku,
                        "cost", money(costMinor, currency),
                        "marginRates",
                                List.of(Map.of(
                                        "from", day(200).toString(), "rate", new java.math.BigDecimal(margin)))));
    }

    /** @param plan the request without the dates */
    String campaign(String name, int startsDaysAgo, int endsDaysAgo, Map<String, ?> plan) {
        Map<String, Object> body = new LinkedHashMap<>(plan);
        body.put("name", name);
        body.put("startsOn", day(startsDaysAgo).toString());
        body.put("endsOn", day(endsDaysAgo).toString());
        return byName("/api/v1/campaigns?limit=100", "name", name, body);
    }

    String brief(String campaign, String title, Map<String, ?> wishes) {
        Map<String, Object> body = new LinkedHashMap<>(wishes);
        body.put("campaignId", campaign);
        body.put("title", title);
        return byName("/api/v1/briefs?campaignId=" + campaign, "title", title, body);
    }

    void launch(String campaign) {
        change(campaign, "DRAFT", "launch", Map.of());
    }

    void close(String campaign, String reason) {
        change(campaign, "RUNNING", "close", Map.of("reason", reason));
    }

    static Map<String, Object> money(long amountMinor, String currency) {
        return Map.of("amountMinor", amountMinor, "currency", currency);
    }

    static Map<String, Object> objective(String kind, String metric, String target) {
        return Map.of("kind", kind, "metric", metric, "target", new java.math.BigDecimal(target));
    }

    private LocalDate day(int daysAgo) {
        return timeline.day(daysAgo).atZone(SHANGHAI).toLocalDate();
    }

    private void change(String campaign, String from, String verb, Map<String, ?> body) {
        String path = "/api/v1/campaigns/" + campaign;
        Answer now = manager.read(path).orThrow();
        if (now.json().path("status").asText().equals(from)) {
            manager.command(path + "/" + verb, body, now.etag(), verb + " " + campaign)
                    .orThrow();
        }
    }

    private String byName(String list, String field, String name, Map<String, ?> body) {
        for (JsonNode item : manager.get(list).path("items")) {
            if (item.path(field).asText().equals(name)) {
                return item.path("id").asText();
            }
        }
        String path = list.split("\\?", 2)[0];
        return manager.post(path, body, path + " " + name + " " + body.get("campaignId"))
                .orThrow()
                .json()
                .path("id")
                .asText();
    }
}
