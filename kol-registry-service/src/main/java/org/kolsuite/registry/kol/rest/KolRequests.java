package org.kolsuite.registry.kol.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kolsuite.registry.kol.application.AddAccount;
import org.kolsuite.registry.kol.application.ChangeKol;
import org.kolsuite.registry.kol.application.CreateKol;
import org.kolsuite.registry.kol.model.Metrics;

/** What members send about KOLs. */
public final class KolRequests {
    private static final int NAME = 200;
    private static final int TEXT = 4000;

    private KolRequests() {}

    /** A KOL entered by hand. */
    public record CreateKolRequest(
            @NotBlank @Size(max = NAME) String displayName,
            @Nullable @Size(max = 60) String country,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 60) String> topics,
            @Nullable @Size(max = TEXT) String bio,
            @Nullable @Size(max = TEXT) String notes,
            @Nullable @Size(max = 20) List<@Valid AccountRequest> accounts) {
        CreateKol.Command toCommand() {
            return new CreateKol.Command(
                    displayName.strip(),
                    country,
                    Objects.requireNonNullElse(topics, List.of()),
                    bio,
                    notes,
                    Objects.requireNonNullElse(accounts, List.<AccountRequest>of()).stream()
                            .map(AccountRequest::toCommand)
                            .toList());
        }
    }

    /** An account entered by hand; numbers that are left out are unknown. */
    public record AccountRequest(
            @NotBlank @Size(max = 40) String platform,
            @NotBlank @Size(max = NAME) String handle,
            @Nullable @Size(max = 100) String platformUid,
            @Nullable @Size(max = NAME) String displayName,

            @Nullable @Size(max = 500) @Pattern(regexp = "https?://\\S+")
            String url,

            @Nullable @PastOrPresent LocalDate measuredOn,
            @Nullable @PositiveOrZero Long followers,
            @Nullable @PositiveOrZero Long followings,
            @Nullable @PositiveOrZero Long posts,
            @Nullable @PositiveOrZero Long avgViews,
            @Nullable @PositiveOrZero Long avgLikes,
            @Nullable @PositiveOrZero Long avgComments,
            @Nullable @PositiveOrZero Long avgShares,
            @Nullable @PositiveOrZero Long avgSaves,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 60) String> topics) {
        AddAccount.Command toCommand() {
            return new AddAccount.Command(
                    platform,
                    handle.strip(),
                    platformUid == null || platformUid.isBlank() ? null : platformUid.strip(),
                    displayName,
                    url,
                    measuredOn,
                    new Metrics(
                            followers,
                            followings,
                            posts,
                            avgViews,
                            avgLikes,
                            avgComments,
                            avgShares,
                            avgSaves,
                            null,
                            null),
                    Objects.requireNonNullElse(topics, List.of()));
        }
    }

    /** What to change; a field that is left out stays as it is, an empty text empties it. */
    public record ChangeKolRequest(
            @Nullable @Size(min = 1, max = NAME) String displayName,
            @Nullable @Size(max = 60) String country,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 60) String> topics,
            @Nullable @Size(max = TEXT) String bio,
            @Nullable @Size(max = TEXT) String notes) {
        ChangeKol.Command toCommand() {
            return new ChangeKol.Command(displayName, country, topics, bio, notes);
        }
    }

    /** Why the data is erased: the request's reference. */
    public record EraseRequest(@NotBlank @Size(max = 500) String reason) {}

    /** The token that the organisation handed over. */
    public record LinkRequest(@NotBlank @Size(max = 200) String token) {}
}
