package org.kolsuite.e2e.wild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests for an operation from its description: valid as far as a description tells, then spoiled in none, one or several
 * places, or of no form at all.
 */
final class WildRequests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PLACE = "\u0001place\u0001";

    /** What fields of these names hold in this suite; a description doesn't say. */
    private static final Map<String, List<String>> BY_NAME = Map.ofEntries(
            Map.entry("currency", List.of("CNY", "CNY", "CNY", "EUR", "JPY", "KWD")),
            Map.entry("country", List.of("CN", "US", "DE")),
            Map.entry("territory", List.of("CN", "WORLD")),
            Map.entry("timeZone", List.of("Asia/Shanghai", "UTC")),
            Map.entry("zone", List.of("Asia/Shanghai", "UTC")),
            Map.entry("platform", List.of("xiaohongshu", "douyin", "weibo", "instagram")),
            Map.entry("platforms", List.of("xiaohongshu", "douyin")),
            Map.entry("account", List.of("DE89370400440532013000", "GB29NWBK60161331926819", "6222020200112233445")),
            Map.entry("bic", List.of("COBADEFFXXX")),
            Map.entry("url", List.of("https://www.xiaohongshu.com/explore/1", "https://shop.example/serum")),
            Map.entry("trackingTarget", List.of("https://shop.example/serum")),
            Map.entry("month", List.of("2026-09", "2026-10", "2026-11")),
            Map.entry("role", List.of("finance", "admin")),
            Map.entry("metric", List.of("ROAS", "CPE", "ORDERS")),
            Map.entry("by", List.of("campaign", "kol", "platform", "tier")),
            Map.entry("format", List.of("csv", "xlsx", "note with images")),
            Map.entry("mode", List.of("ALL_OR_NOTHING", "KEEP_GOOD_LINES")),
            Map.entry("snapshotDate", List.of("2026-10-01")),
            Map.entry("asOf", List.of("2026-10-01")),
            Map.entry("headerLine", List.of("1")),
            Map.entry("shop", List.of("tmall")),
            Map.entry("holder", List.of("Lin Xiaoman")),
            Map.entry("kind", List.of("SALES", "DRAFT", "POST")),
            Map.entry("sort", List.of("followers", "-followers", "relevance")),
            Map.entry("state", List.of("REQUESTED", "OPEN", "PROPOSED", "SENT")),
            Map.entry("field", List.of("handle", "displayName", "followers")),
            Map.entry("promoCode", List.of("LIN20")),
            Map.entry("rate", List.of("0.5")),
            Map.entry("channel", List.of("tmall", "feed")));

    private final NaughtyValues naughty;
    private final Map<String, KnownValues> known;
    private final String run;

    /** @param run part of every text that is made here, so that it can be found again where it must not be */
    WildRequests(NaughtyValues naughty, Map<String, KnownValues> known, String run) {
        this.naughty = naughty;
        this.known = known;
        this.run = run;
    }

    String run() {
        return run;
    }

    /** A part of every text that this side writes. */
    String markOf(Side side) {
        return side.owner() + "." + run;
    }

    Arbitrary<WildRequest> of(ApiOperation operation, Side side) {
        return Arbitraries.randomValue(random -> new Making(operation, side, random).request());
    }

    /** One request in the making. */
    private final class Making {
        private final ApiOperation operation;
        private final Side side;
        private final Random random;
        private final KnownValues mine;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private int spoiled;

        Making(ApiOperation operation, Side side, Random random) {
            this.operation = operation;
            this.side = side;
            this.random = random;
            this.mine = knownBy(side.owner());
        }

        WildRequest request() {
            int wildness = random.nextInt(10);
            boolean spoilAddress = wildness == 4 || wildness == 9;
            String address = address(spoilAddress);
            headers(address, wildness == 5 || wildness == 9);
            byte[] body = body(wildness);
            return new WildRequest(operation, address, headers, body, spoiled);
        }

        // --- address ---

        private String address(boolean spoil) {
            StringBuilder address = new StringBuilder();
            String template = "";
            for (String step : operation.path().substring(1).split("/", -1)) {
                boolean isParameter = step.startsWith("{");
                address.append('/')
                        .append(
                                isParameter
                                        ? encoded(pathValue(template, step.substring(1, step.length() - 1), spoil))
                                        : step);
                template += "/" + step;
            }
            List<String> query = new ArrayList<>();
            for (Parameter parameter : operation.parameters("query")) {
                boolean odd = spoil && random.nextInt(3) == 0;
                if (odd || random.nextInt(4) == 0) {
                    String value = odd ? spoiledText() : asText(valueOf(parameter.getSchema(), parameter.getName(), 0));
                    query.add(encoded(parameter.getName()) + "=" + encoded(value));
                    if (odd && random.nextInt(4) == 0) {
                        query.add(encoded(parameter.getName()) + "=" + encoded(spoiledText()));
                    }
                }
            }
            return query.isEmpty() ? address.toString() : address + "?" + String.join("&", query);
        }

        private String pathValue(String below, String name, boolean spoil) {
            if (spoil && random.nextInt(2) == 0) {
                String text = spoiledText();
                // Nothing at all makes another address, with another answer.
                return text.isEmpty() ? " " : text;
            }
            // Another's ids are tried in addresses, where they must lead to nothing; never in bodies, which come back.
            KnownValues source = random.nextInt(7) == 0 ? someonesElse() : mine;
            String id = source.idBelow(below, random);
            if (id != null) {
                return id;
            }
            JsonNode value = source.named(name, random);
            return value != null
                    ? value.asText()
                    : BY_NAME.containsKey(name)
                            ? oneOf(BY_NAME.get(name))
                            : UUID.randomUUID().toString();
        }

        private KnownValues someonesElse() {
            List<KnownValues> others = known.entrySet().stream()
                    .filter(each -> !each.getKey().equals(side.owner()))
                    .map(Map.Entry::getValue)
                    .toList();
            return others.isEmpty() ? mine : oneOf(others);
        }

        // --- headers ---

        private void headers(String address, boolean spoil) {
            for (Parameter parameter : operation.parameters("header")) {
                String name = parameter.getName();
                String value = switch (name) {
                    case "Idempotency-Key" -> new UUID(random.nextLong(), random.nextLong()).toString();
                    case "If-Match" -> {
                        String version = mine.versionOf(address.split("\\?", 2)[0]);
                        yield version == null ? "\"0\"" : version;
                    }
                    default -> "x";
                };
                if (spoil && random.nextInt(2) == 0) {
                    spoiled++;
                    String odd = oneOf(Arrays.asList(
                            null,
                            "",
                            " ",
                            "\"\"",
                            "*",
                            "W/\"0\"",
                            "\"-1\"",
                            "\"9223372036854775808\"",
                            "\"0\", \"1\"",
                            "0",
                            "same-key-for-all",
                            "k".repeat(256),
                            naughty.text(random)));
                    if (odd != null) {
                        headers.put(name, headerSafe(odd));
                    }
                } else {
                    headers.put(name, value);
                }
            }
            if (spoil && random.nextInt(3) == 0) {
                spoiled++;
                String name = oneOf(
                        List.of("Accept", "Accept-Language", "Accept-Encoding", "Range", "If-None-Match", "X-Tenant"));
                headers.put(
                        name,
                        headerSafe(oneOf(List.of(
                                "*/*",
                                "text/html",
                                "application/json;q=0",
                                "a/b;q=x",
                                "zh-Hans-CN-x-private",
                                "en;q=9",
                                "-".repeat(50),
                                "bytes=9-1",
                                naughty.text(random)))));
            }
        }

        // --- body ---

        private byte[] body(int wildness) {
            String type = operation.bodyType();
            if (type == null) {
                return new byte[0];
            }
            if (type.startsWith("multipart/")) {
                return form(wildness);
            }
            headers.putIfAbsent("Content-Type", wildness == 5 && random.nextInt(4) == 0 ? oddMediaType() : type);
            JsonNode valid = valueOf(operation.bodySchema(), "", 0);
            if (keepsClock(valid)) {
                return "{\"now\":\"tomorrow\"}".getBytes(StandardCharsets.UTF_8);
            }
            return switch (wildness) {
                case 6 -> withPiece(valid, 1);
                case 7 -> withPiece(valid, 1 + random.nextInt(3));
                case 8 -> spoiledBody(valid);
                case 9 ->
                    random.nextBoolean() ? invented(0).toString().getBytes(StandardCharsets.UTF_8) : spoiledBody(valid);
                default -> text(valid).getBytes(StandardCharsets.UTF_8);
            };
        }

        /** Moving the clock is left to those who mean it: nothing here would ever be on time again. */
        private boolean keepsClock(JsonNode body) {
            return operation.path().endsWith("/clock") && body.has("now");
        }

        /** Pieces that are no values of their field, or no values at all, where values stood. */
        private byte[] withPiece(JsonNode valid, int pieces) {
            spoiled += pieces;
            JsonNode body = valid.deepCopy();
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < pieces; i++) {
                body = spoiledSomewhere(body, texts);
            }
            String text = text(body);
            for (int i = 0; i < texts.size(); i++) {
                text = text.replace("\"" + place(i) + "\"", texts.get(i));
            }
            return text.getBytes(StandardCharsets.UTF_8);
        }

        private JsonNode spoiledSomewhere(JsonNode body, List<String> pieces) {
            List<ObjectNode> objects = new ArrayList<>();
            List<ArrayNode> arrays = new ArrayList<>();
            collect(body, objects, arrays);
            if (!arrays.isEmpty() && random.nextInt(5) == 0) {
                ArrayNode array = oneOf(arrays);
                switch (random.nextInt(3)) {
                    case 0 -> array.removeAll();
                    case 1 -> array.add(NODES.textNode(nextPlace(pieces)));
                    default -> {
                        JsonNode first = array.isEmpty() ? NODES.nullNode() : array.get(0);
                        for (int i = random.nextInt(600); i > 0; i--) {
                            array.add(first.deepCopy());
                        }
                    }
                }
                return body;
            }
            if (objects.isEmpty()) {
                return NODES.textNode(nextPlace(pieces));
            }
            ObjectNode object = oneOf(objects);
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            if (names.isEmpty() || random.nextInt(10) == 0) {
                object.put(random.nextBoolean() ? "unheardOf" : naughty.text(random), "x");
                return body;
            }
            String name = oneOf(names);
            if (random.nextInt(8) == 0) {
                object.remove(name);
            } else {
                object.put(name, nextPlace(pieces));
            }
            return body;
        }

        private String nextPlace(List<String> pieces) {
            pieces.add(random.nextInt(5) < 3 ? quoted(naughty.text(random)) : naughty.json(random));
            return PLACE + (pieces.size() - 1);
        }

        private String place(int index) {
            return new String(JsonStringEncoder.getInstance().quoteAsString(PLACE + index));
        }

        /** What is no JSON any more, or none of the announced form. */
        private byte[] spoiledBody(JsonNode valid) {
            spoiled++;
            byte[] bytes = text(valid).getBytes(StandardCharsets.UTF_8);
            return switch (random.nextInt(8)) {
                case 0 -> new byte[0];
                case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
                case 2 -> {
                    byte[] broken = bytes.clone();
                    for (int i = 0; i < 3 && broken.length > 0; i++) {
                        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                    }
                    yield broken;
                }
                case 3 -> ("\uFEFF" + text(valid)).getBytes(StandardCharsets.UTF_8);
                case 4 -> text(valid).getBytes(StandardCharsets.UTF_16);
                case 5 -> naughty.json(random).getBytes(StandardCharsets.UTF_8);
                case 6 -> (text(valid) + text(valid)).getBytes(StandardCharsets.UTF_8);
                default -> text(valid).replaceFirst("\\{", "{\"a\":1,\"a\":2,").getBytes(StandardCharsets.UTF_8);
            };
        }

        private JsonNode invented(int depth) {
            spoiled++;
            return switch (depth > 4 ? random.nextInt(4) : random.nextInt(6)) {
                case 0 -> NODES.numberNode(random.nextLong());
                case 1 -> NODES.booleanNode(random.nextBoolean());
                case 2 -> NODES.nullNode();
                case 3 -> NODES.textNode(naughty.text(random).replace("\uD800", ""));
                case 4 -> {
                    ArrayNode array = NODES.arrayNode();
                    for (int i = random.nextInt(4); i > 0; i--) {
                        array.add(invented(depth + 1));
                    }
                    yield array;
                }
                default -> {
                    ObjectNode object = NODES.objectNode();
                    for (int i = random.nextInt(4); i > 0; i--) {
                        object.set(naughty.text(random), invented(depth + 1));
                    }
                    yield object;
                }
            };
        }

        // --- forms with files ---

        private byte[] form(int wildness) {
            String boundary = "kol" + Long.toHexString(random.nextLong());
            headers.put("Content-Type", "multipart/form-data; boundary=" + boundary);
            Schema<?> schema = operation.api().resolved(operation.bodySchema());
            ByteArrayOutputStream form = new ByteArrayOutputStream();
            Map<String, Schema> properties = schema.getProperties() == null ? Map.of() : schema.getProperties();
            properties.forEach((name, property) -> {
                Schema<?> type = operation.api().resolved(property);
                boolean isFile = "binary".equals(type.getFormat()) || name.equals("file");
                boolean spoil = wildness >= 5 && random.nextInt(3) == 0;
                // A mapping that is given has to fit the file; most are guessed.
                boolean isMapping = name.equals("mapping") || name.equals("templateId");
                int leftOut = isFile ? (spoil ? 4 : 100) : isMapping ? 1 : 3;
                if (random.nextInt(leftOut) > 0 || spoil) {
                    write(form, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"");
                    if (isFile) {
                        String fileName = spoil ? headerSafe(spoiledText()).replace("\"", "") : "file.csv";
                        write(
                                form,
                                "; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
                        form.writeBytes(file(spoil));
                    } else {
                        JsonNode value = valueOf(type, name, 0);
                        write(
                                form,
                                value.isContainerNode() ? "\r\nContent-Type: application/json\r\n\r\n" : "\r\n\r\n");
                        write(form, spoil ? spoiledText() : value.isContainerNode() ? text(value) : value.asText());
                    }
                    write(form, "\r\n");
                }
            });
            write(form, wildness == 8 ? "" : "--" + boundary + "--\r\n");
            return form.toByteArray();
        }

        private byte[] file(boolean spoil) {
            List<List<String>> kinds = List.of(
                    List.of("账号,昵称,粉丝数", "%s,%s,48200"),
                    List.of("订单编号,实付金额,退款金额,优惠码,付款时间,订单状态,币种", "A%s,399.00,0,%s,2026-10-01,交易成功,CNY"),
                    List.of("post,taken,views,likes", "https://www.xiaohongshu.com/explore/%s,2026-10-01,182000,%s"),
                    List.of(
                            "payee,account,amount,currency,due,reference",
                            "%s,DE89370400440532013000,12.50,CNY,2026-12-01,%s"),
                    List.of("<?xml version=\"1.0\"?><Document><BkToCstmrStmt>%s</BkToCstmrStmt>", "</Document>"));
            List<String> kind = oneOf(kinds);
            StringBuilder file = new StringBuilder(kind.getFirst()).append('\n');
            for (int i = 1 + random.nextInt(5); i > 0; i--) {
                Object[] cells = {spoil ? naughty.text(random) : ownText(), spoil ? naughty.text(random) : ownText()};
                file.append(kind.getLast().formatted(cells)).append('\n');
            }
            byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
            return spoil && random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
        }

        // --- values ---

        private JsonNode valueOf(Schema<?> given, String name, int depth) {
            Schema<?> schema = operation.api().resolved(given);
            if (schema.getAnyOf() != null && !schema.getAnyOf().isEmpty()) {
                return valueOf(schema.getAnyOf().getFirst(), name, depth);
            }
            if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
                return NODES.textNode(String.valueOf(oneOf(schema.getEnum())));
            }
            return switch (typeOf(schema)) {
                case "object" -> object(schema, depth);
                case "array" -> {
                    ArrayNode array = NODES.arrayNode();
                    int least = schema.getMinItems() == null ? 0 : schema.getMinItems();
                    for (int i = Math.max(least, random.nextInt(3)); i > 0 && depth < 6; i--) {
                        array.add(valueOf(schema.getItems(), singularOf(name), depth + 1));
                    }
                    yield array;
                }
                case "integer" -> integer(schema, name);
                case "number" -> NODES.numberNode(random.nextInt(100) / 100.0);
                case "boolean" -> NODES.booleanNode(random.nextBoolean());
                default -> NODES.textNode(textOf(schema, name));
            };
        }

        private JsonNode object(Schema<?> schema, int depth) {
            ObjectNode object = NODES.objectNode();
            Set<String> required = schema.getRequired() == null ? Set.of() : Set.copyOf(schema.getRequired());
            if (schema.getProperties() != null) {
                schema.getProperties().forEach((name, property) -> {
                    // Many descriptions say nothing of what must be there; and a moment of one's own is seldom right.
                    double share =
                            required.contains(name) ? 1 : name.equals("at") ? 0.1 : required.isEmpty() ? 0.75 : 0.3;
                    if (random.nextDouble() < share) {
                        object.set(name, valueOf(property, name, depth + 1));
                    }
                });
            }
            if (schema.getAdditionalProperties() instanceof Schema<?> more && depth < 6) {
                object.set(ownText(), valueOf(more, "field", depth + 1));
            }
            return object;
        }

        private JsonNode integer(Schema<?> schema, String name) {
            JsonNode seen = mine.named(name, random);
            if (seen != null && seen.isIntegralNumber() && random.nextInt(3) == 0) {
                return seen;
            }
            long least = schema.getMinimum() == null ? 1 : schema.getMinimum().longValue();
            long most =
                    schema.getMaximum() == null ? 100_000 : schema.getMaximum().longValue();
            return NODES.numberNode(least + (long) (random.nextDouble() * Math.min(most - least, 100_000)));
        }

        private String textOf(Schema<?> schema, String name) {
            String format = schema.getFormat() == null ? "" : schema.getFormat();
            return switch (format) {
                case "date" ->
                    LocalDate.now(ZoneOffset.UTC)
                            .plusDays(random.nextInt(400) - 200L)
                            .toString();
                case "date-time" ->
                    Instant.now()
                            .minus(random.nextInt(random.nextBoolean() ? 60 : 100_000), ChronoUnit.MINUTES)
                            .plus(random.nextInt(3) == 0 ? 30 : 0, ChronoUnit.DAYS)
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString();
                case "uuid" -> {
                    JsonNode id = mine.named(name, random);
                    yield id == null ? new UUID(random.nextLong(), random.nextLong()).toString() : id.asText();
                }
                default -> wordsFor(name);
            };
        }

        private String wordsFor(String name) {
            JsonNode seen = mine.named(name, random);
            if (seen != null && seen.isTextual() && random.nextInt(2) == 0) {
                return seen.asText();
            }
            if (BY_NAME.containsKey(name)) {
                return oneOf(BY_NAME.get(name));
            }
            return ownText();
        }

        private String ownText() {
            return markOf(side) + "." + Integer.toString(random.nextInt(1 << 20), 36);
        }

        private String spoiledText() {
            spoiled++;
            return naughty.text(random);
        }

        private String oddMediaType() {
            spoiled++;
            return oneOf(List.of(
                    "text/plain",
                    "application/json; charset=utf-16",
                    "application/json; charset=nonsense",
                    "application/merge-patch+json",
                    "application/xml",
                    "multipart/form-data",
                    "*/*",
                    "json"));
        }

        private <T> T oneOf(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }
    }

    KnownValues knownBy(String owner) {
        return known.computeIfAbsent(owner, any -> new KnownValues());
    }

    private static String typeOf(Schema<?> schema) {
        if (schema.getTypes() != null) {
            return schema.getTypes().stream()
                    .filter(type -> !type.equals("null"))
                    .findFirst()
                    .orElse("string");
        }
        return schema.getType() == null ? (schema.getProperties() == null ? "string" : "object") : schema.getType();
    }

    private static String singularOf(String name) {
        return name.endsWith("s") && !BY_NAME.containsKey(name) ? name.substring(0, name.length() - 1) : name;
    }

    private static void collect(JsonNode node, List<ObjectNode> objects, List<ArrayNode> arrays) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        } else if (node instanceof ArrayNode array) {
            arrays.add(array);
        }
        node.forEach(each -> collect(each, objects, arrays));
    }

    private static String asText(JsonNode value) {
        return value.isArray() ? (value.isEmpty() ? "" : value.get(0).asText()) : value.asText();
    }

    private static String text(JsonNode value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a JSON string, in which what UTF-8 cannot carry is escaped. */
    private static String quoted(String text) {
        String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(text));
        return "\""
                + quoted.chars()
                        .mapToObj(each -> Character.isSurrogate((char) each)
                                ? "\\u%04x".formatted(each)
                                : String.valueOf((char) each))
                        .collect(Collectors.joining())
                + "\"";
    }

    private static String encoded(String value) {
        String shortened = value.length() > 1500 ? value.substring(0, 1500) : value;
        return URLEncoder.encode(shortened, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    /** What the client lets through: the bytes of UTF-8 as they are, without control characters. */
    private static String headerSafe(@Nullable String value) {
        byte[] bytes = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
        String text = new String(bytes, 0, Math.min(bytes.length, 2_000), StandardCharsets.ISO_8859_1);
        return text.replaceAll("[\\x00-\\x1F\\x7F]", "");
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
