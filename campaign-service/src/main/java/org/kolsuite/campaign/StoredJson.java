package org.kolsuite.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Parts of an aggregate that are read whole and never searched are stored as JSON text. What was written by an older
 * version may lack fields; what a newer one added is let pass.
 */
@Singleton
public class StoredJson {
    private final ObjectMapper mapper;

    @Inject
    public StoredJson(ObjectMapper mapper) {
        this.mapper =
                mapper.copy().disable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("parts of an aggregate are writable", impossible);
        }
    }

    public <T> T read(String text, Class<T> type) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a stored " + type.getSimpleName() + " can't be read", corrupt);
        }
    }

    public <T> List<T> readList(String text, Class<T> element) {
        try {
            return mapper.readValue(text, mapper.getTypeFactory().constructCollectionType(List.class, element));
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a stored list of " + element.getSimpleName() + " can't be read", corrupt);
        }
    }

    /** The mapper itself, for types that need more than their class to be told apart. */
    public ObjectMapper copy() {
        return mapper.copy();
    }
}
