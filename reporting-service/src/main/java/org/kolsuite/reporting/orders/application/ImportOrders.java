package org.kolsuite.reporting.orders.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tabular.TargetField;
import org.kolsuite.reporting.imports.application.LineImport;
import org.kolsuite.reporting.imports.application.LineReader;
import org.kolsuite.reporting.imports.model.ImportKind;
import org.kolsuite.reporting.imports.model.ImportOptions;
import org.kolsuite.reporting.imports.model.Part.GoodLine;
import org.kolsuite.reporting.orders.model.OrderKey;
import org.kolsuite.reporting.orders.model.OrderLine;
import org.kolsuite.reporting.orders.model.PromoCode;
import org.kolsuite.reporting.orders.persistence.OrderFacts;

/** Imports a shop's report: appends what it says of each order, and attributes the orders at once. */
@ApplicationScoped
public class ImportOrders implements LineImport<String> {
    @Inject
    OrderFacts orders;

    @Inject
    AttributeOrders attribute;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Override
    public ImportKind kind() {
        return ImportKind.ORDERS;
    }

    @Override
    public List<TargetField> fields() {
        return OrderTemplate.FIELDS;
    }

    @Override
    public Uni<Supplier<LineReader<String>>> prepare(
            Caller.System caller, Path file, String fileName, ImportOptions options) {
        Instant now = clock.instant();
        OrderTemplate template = options.template() == null
                ? OrderTemplate.GENERIC
                : OrderTemplate.builtIn(options.template()).orElse(OrderTemplate.GENERIC);
        Instant asOf = options.asOf() == null ? now : options.asOf();
        Supplier<LineReader<String>> readers = () -> OrderFileReader.open(
                file, fileName, options, template, now, (order, line) -> columns(order, options, asOf, line));
        return Uni.createFrom().item(() -> readers);
    }

    @Override
    public Uni<Integer> store(UUID importId, String startedBy, List<GoodLine<String>> lines) {
        return orders.lockAttribution()
                .chain(() -> orders.append(
                        importId, lines.stream().map(GoodLine::what).toList()))
                .call(() -> attribute.these(lines.stream().map(this::key).toList()));
    }

    private OrderKey key(GoodLine<String> line) {
        try {
            JsonNode columns = json.readTree(line.what());
            return new OrderKey(
                    columns.path("shop").asText(), columns.path("order_number").asText());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the line was written by this class", impossible);
        }
    }

    private String columns(OrderLine order, ImportOptions options, Instant asOf, long line) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("shop", options.shop());
        content.put("order_number", order.orderNumber());
        content.put("state", order.state().code());
        content.put("currency", order.receipts().paid().currency());
        content.put("paid_minor", order.receipts().paid().amountMinor());
        content.put("refunded_minor", order.receipts().refunded().amountMinor());
        content.put("paid_is_net", order.receipts().paidIsNet());
        content.put(
                "margin_minor", order.margin() == null ? null : order.margin().amountMinor());
        content.put("codes", order.codes().stream().map(PromoCode::value).toList());
        content.put("happened_at", order.happenedAt());
        content.put("content_hash", hash(write(content)));
        content.put("as_of", asOf);
        content.put("line", line);
        return write(content);
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("columns are writable", impossible);
        }
    }
}
