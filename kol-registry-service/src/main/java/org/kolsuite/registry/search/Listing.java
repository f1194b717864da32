package org.kolsuite.registry.search;

import java.util.List;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.ProjectionConstructor;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;
import org.jspecify.annotations.Nullable;

/**
 * What can be found: one account of a KOL, or a KOL that has none. Platform, tier, followers and price belong to the
 * account, so that filters on them speak of the same account.
 */
@SearchEntity
@Indexed
public class Listing {
    /** The account's id, or the KOL's where it has no account. */
    @DocumentId
    public String id = "";

    @KeywordField
    public String kolId = "";

    @FullTextField(analyzer = SearchAnalysis.TEXT)
    @KeywordField(name = "nameSort", sortable = Sortable.YES, normalizer = SearchAnalysis.SORT)
    public String displayName = "";

    @Nullable
    @FullTextField(analyzer = SearchAnalysis.TEXT)
    @KeywordField(name = "handleExact", normalizer = SearchAnalysis.SORT)
    public String handle;

    /** Names it went by before, topics in words, and the bio. */
    @FullTextField(analyzer = SearchAnalysis.TEXT)
    public String about = "";

    @Nullable
    @KeywordField(aggregable = Aggregable.YES)
    public String platform;

    @Nullable
    @KeywordField(aggregable = Aggregable.YES)
    public String tier;

    @Nullable
    @KeywordField(aggregable = Aggregable.YES)
    public String country;

    @KeywordField(aggregable = Aggregable.YES)
    public List<String> topics = List.of();

    @Nullable
    @GenericField(sortable = Sortable.YES)
    public Long followers;

    @Nullable
    @GenericField(sortable = Sortable.YES)
    public Double engagement;

    /** The lowest current price in minor units. */
    @Nullable
    @GenericField(sortable = Sortable.YES)
    public Long priceMinor;

    @Nullable
    @KeywordField
    public String priceCurrency;

    @Nullable
    @GenericField(sortable = Sortable.YES)
    public Integer auditScore;

    /** The whole answer as JSON, so that a page of hits needs no look into the database. */
    @KeywordField(projectable = Projectable.YES, searchable = org.hibernate.search.engine.backend.types.Searchable.NO)
    public String answer = "";

    /** What a search gives back of a listing. */
    @ProjectionConstructor
    public record Hit(String answer) {}
}
