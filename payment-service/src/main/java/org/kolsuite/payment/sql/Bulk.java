package org.kolsuite.payment.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Many rows in one statement: they travel as JSON and are unpacked by {@code jsonb_to_recordset}. */
@ApplicationScoped
public class Bulk {
    @Inject
    ObjectMapper json;

    /** A row: column names and values in turn; a null stays null. */
    public static Map<String, @Nullable Object> row(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return row;
    }

    /** The statement with its rows as the parameter {@code rows}. */
    public Sql of(String text, List<? extends Map<String, ? extends @Nullable Object>> rows) {
        try {
            return Sql.of(text).with("rows", json.writeValueAsString(rows));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("rows are writable", impossible);
        }
    }
}
