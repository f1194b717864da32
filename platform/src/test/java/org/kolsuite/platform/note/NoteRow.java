package org.kolsuite.platform.note;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

@Entity
@Table(name = "note")
public class NoteRow {
    @Id
    public UUID id;

    @Version
    public long version;

    public String text;
}
