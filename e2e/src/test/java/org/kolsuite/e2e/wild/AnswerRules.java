package org.kolsuite.e2e.wild;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kolsuite.e2e.suite.Answer;

/** What holds for every answer, whatever was asked: never a failure of ours, as described, and nobody else's data. */
final class AnswerRules {
    private static final Set<String> ORGANISATIONS = Set.of("lumen", "northwind");

    /** Refused before anybody asks who calls: the request can't be read, or its address is too long. */
    private static final Set<Integer> UNREAD = Set.of(400, 414);

    private final WildRequests requests;
    /** Ids that each owner has written into bodies, which may come back. */
    private final Map<String, Set<String>> writtenIds = new ConcurrentHashMap<>();

    AnswerRules(WildRequests requests) {
        this.requests = requests;
    }

    /** Has to be told before the request is sent. */
    void beforeSending(WildRequest request, Side side) {
        writtenIds
                .computeIfAbsent(side.owner(), any -> ConcurrentHashMap.newKeySet())
                .addAll(KnownValues.idsIn(request.bodyText()));
    }

    /** Every rule that the answer breaks, in words. */
    List<String> breaches(WildRequest request, Side side, Answer answer) {
        List<String> breaches = new ArrayList<>();
        int status = answer.status();
        if (status >= 500) {
            breaches.add(status + " " + answer.text("code"));
        }
        if (!side.mayCall(request.operation()) && status < 400) {
            breaches.add(status + " for one who may not call this");
        }
        if (side.isNobody() && !request.operation().isPublic() && !UNREAD.contains(status) && status != 401) {
            breaches.add(status + " where nobody has signed in");
        }
        breaches.addAll(request.operation().api().breaches(request.operation(), answer));
        breaches.addAll(leaks(request, side, answer));
        return breaches;
    }

    private List<String> leaks(WildRequest request, Side side, Answer answer) {
        List<String> leaks = new ArrayList<>();
        for (String other : ORGANISATIONS) {
            if (other.equals(side.owner()) || side.isPartner()) {
                continue;
            }
            String mark = other + "." + requests.run() + ".";
            if (answer.text().contains(mark) && !request.address().contains(mark)) {
                leaks.add("a text that belongs to " + other);
            }
            if (answer.status() < 300 && ORGANISATIONS.contains(side.owner())) {
                Set<String> theirs = KnownValues.idsIn(answer.text());
                theirs.retainAll(requests.knownBy(other).shownIds());
                theirs.removeAll(writtenIds.getOrDefault(side.owner(), Set.of()));
                if (!theirs.isEmpty()) {
                    leaks.add("an id that belongs to " + other + ": "
                            + theirs.iterator().next());
                }
            }
        }
        return leaks;
    }
}
