package org.kolsuite.platform.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says in the document what the compiler already proves of a record that is answered with: a component that is not
 * {@code @Nullable} is always there, and one that is may be null. Only answers: what a request must carry, its own constraints
 * say, and a type that stands in both is left to them.
 *
 * <p>The document names a schema after its record, with a number where two share a name. So a schema belongs to the records
 * of that name that have just its properties, and when several do, what holds for all of them is said.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class AnswersAreComplete implements OASFilter {
    private static final String REFERENCE = "#/components/schemas/";
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName JSON_INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final String OURS = "org.kolsuite.";

    private final List<ClassInfo> records;

    public AnswersAreComplete(IndexView index) {
        records = index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith(OURS))
                .toList();
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
            return;
        }
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Set<String> answered = reachable(schemas, answers(document));
        Set<String> asked = reachable(schemas, requests(document));
        schemas.forEach((name, schema) -> {
            if (answered.contains(name) && !asked.contains(name)) {
                complete(schema, typesOf(name, schema));
            }
        });
    }

    private List<ClassInfo> typesOf(String name, Schema schema) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null) {
            return List.of();
        }
        String unnumbered = name.replaceAll("\\d+$", "");
        return records.stream()
                .filter(type -> isNamed(type, name) || isNamed(type, unnumbered))
                .filter(type -> type.unsortedRecordComponents().stream()
                        .map(RecordComponentInfo::name)
                        .collect(Collectors.toSet())
                        .equals(properties.keySet()))
                .toList();
    }

    /** {@code Entry}; of a record with type parameters also {@code PageEntry}. */
    private static boolean isNamed(ClassInfo type, String name) {
        String simple = type.simpleName();
        return name.equals(simple) || (!type.typeParameters().isEmpty() && name.startsWith(simple));
    }

    private static void complete(Schema schema, List<ClassInfo> types) {
        if (types.isEmpty()) {
            return;
        }
        Map<String, Schema> properties = new LinkedHashMap<>(schema.getProperties());
        List<String> required = new ArrayList<>();
        for (Map.Entry<String, Schema> property : properties.entrySet()) {
            List<RecordComponentInfo> components = types.stream()
                    .map(type -> type.recordComponent(property.getKey()))
                    .toList();
            if (components.stream().anyMatch(AnswersAreComplete::isNullable)) {
                property.setValue(orNull(property.getValue()));
            } else if (components.stream().noneMatch(AnswersAreComplete::isLeftOutAtTimes)) {
                required.add(property.getKey());
            }
        }
        schema.setProperties(properties);
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static boolean isNullable(RecordComponentInfo component) {
        return component.type().hasAnnotation(NULLABLE);
    }

    private static boolean isLeftOutAtTimes(RecordComponentInfo component) {
        return component.hasAnnotation(JSON_INCLUDE);
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .addAnyOf(schema)
                    .addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
        }
        List<Schema.SchemaType> types = schema.getType();
        if (types != null && !types.contains(Schema.SchemaType.NULL)) {
            schema.addType(Schema.SchemaType.NULL);
        }
        return schema;
    }

    private static Stream<Schema> answers(OpenAPI document) {
        return operations(document)
                .flatMap(operation -> operation.getResponses() == null
                        ? Stream.empty()
                        : operation.getResponses().getAPIResponses().values().stream())
                .flatMap(response -> schemasOf(response.getContent()));
    }

    private static Stream<Schema> requests(OpenAPI document) {
        return operations(document)
                .flatMap(operation -> operation.getRequestBody() == null
                        ? Stream.empty()
                        : schemasOf(operation.getRequestBody().getContent()));
    }

    private static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream());
    }

    private static Stream<Schema> schemasOf(@Nullable Content content) {
        return content == null
                ? Stream.empty()
                : content.getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .filter(schema -> schema != null);
    }

    /** The names of all schemas that these lead to. */
    private static Set<String> reachable(Map<String, Schema> schemas, Stream<Schema> from) {
        Set<String> names = new HashSet<>();
        Deque<Schema> waiting = new ArrayDeque<>(from.toList());
        while (!waiting.isEmpty()) {
            Schema schema = waiting.pop();
            String reference = schema.getRef();
            if (reference != null && reference.startsWith(REFERENCE)) {
                String name = reference.substring(REFERENCE.length());
                Schema meant = schemas.get(name);
                if (meant != null && names.add(name)) {
                    waiting.push(meant);
                }
            }
            parts(schema).forEach(waiting::push);
        }
        return names;
    }

    private static Stream<Schema> parts(Schema schema) {
        Stream<@Nullable Schema> single = Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema());
        Stream<@Nullable Collection<Schema>> several = Stream.of(
                schema.getProperties() == null ? null : schema.getProperties().values(),
                schema.getAllOf(),
                schema.getAnyOf(),
                schema.getOneOf());
        return Stream.concat(
                single.filter(part -> part != null),
                several.filter(part -> part != null).flatMap(Collection::stream));
    }
}
