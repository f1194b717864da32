package org.kolsuite.campaign.collaboration.persistence;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.kolsuite.campaign.StoredJson;
import org.kolsuite.campaign.collaboration.model.GiftState;
import org.kolsuite.campaign.collaboration.model.PaidState;
import org.kolsuite.campaign.collaboration.model.TrackState;

/** Writes a state with its name and reads it back; the names are those that everybody sees ({@code CONTENT_DUE}). */
@Singleton
public class StateJson {
    private final ObjectMapper mapper;

    @Inject
    public StateJson(StoredJson json) {
        mapper = json.copy();
        mapper.addMixIn(GiftState.class, Named.class);
        mapper.addMixIn(PaidState.class, Named.class);
        register(GiftState.class);
        register(PaidState.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    private interface Named {}

    private void register(Class<?> states) {
        for (Class<?> state : states.getPermittedSubclasses()) {
            mapper.registerSubtypes(new NamedType(state, TrackState.titleOf(state)));
        }
    }

    String write(TrackState state) {
        try {
            Class<?> track = state instanceof GiftState ? GiftState.class : PaidState.class;
            return mapper.writerFor(track).writeValueAsString(state);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("states are writable", impossible);
        }
    }

    <S extends TrackState> S read(String text, Class<S> track) {
        try {
            return mapper.readValue(text, track);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a stored state can't be read", corrupt);
        }
    }
}
