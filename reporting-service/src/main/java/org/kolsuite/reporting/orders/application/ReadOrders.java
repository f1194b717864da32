package org.kolsuite.reporting.orders.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.reporting.orders.model.ListedOrder;
import org.kolsuite.reporting.orders.model.OrderFilter;
import org.kolsuite.reporting.orders.persistence.OrderFacts;

/** Lists orders, among them those that no code explains. */
@ApplicationScoped
public class ReadOrders {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    OrderFacts orders;

    /** @param search part of an order number or a whole code; null for all */
    public Uni<Page<ListedOrder>> list(
            Caller.Member caller,
            OrderFilter filter,
            @Nullable UUID campaign,
            @Nullable String search,
            @Nullable String cursor,
            int limit) {
        return unitOfWork.as(caller, () -> orders.list(filter, campaign, search, cursor, limit));
    }
}
