package io.fayan.speaking.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.fayan.accounts.Account;
import io.fayan.accounts.AccountKind;
import io.fayan.accounts.AccountStatus;
import io.fayan.accounts.Accounts;
import io.fayan.accounts.SocialPlatform;
import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.LocalisedName;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.kernel.Sha256;
import io.fayan.people.Person;
import io.fayan.platform.decisions.ShippedDecisions;
import io.fayan.platform.files.Files;
import io.fayan.platform.frontdoor.Models;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.web.ShippedMessages;
import io.fayan.platform.web.Texts;
import io.fayan.platform.web.Times;
import io.fayan.platform.worklist.WorkList;
import io.fayan.platform.worklist.WorkList.WorkItem;
import io.fayan.policy.Clause;
import io.fayan.policy.Deadlines;
import io.fayan.policy.Knowledge;
import io.fayan.policy.MadeKnown;
import io.fayan.policy.Policy;
import io.fayan.policy.PolicyVersion;
import io.fayan.policy.application.ShippedDeadlines;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.speaking.RequestStatus;
import io.fayan.speaking.Reviewer;
import io.fayan.speaking.SpeakingFact;
import io.fayan.speaking.Verdict;
import io.fayan.speaking.domain.Grant;
import io.fayan.speaking.domain.Review;
import io.fayan.speaking.domain.SpeakingRequest;
import io.fayan.speaking.persistence.RequestList;
import io.fayan.support.HandSetClock;
import io.fayan.support.InMemoryPeople;
import io.fayan.support.InMemoryWorkList;
import io.fayan.support.WeekdaysInShanghai;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The module's use cases over a company in memory, on a Monday at 10:00 in Shanghai, with the tables as they are shipped. */
final class Office implements Flow {

    static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

    static final PersonId HEAD = new PersonId("F0001");
    static final PersonId MANAGER = new PersonId("F0002");
    static final PersonId REQUESTER = new PersonId("F0003");
    static final PersonId COLLEAGUE = new PersonId("F0004");
    static final PersonId EDITOR = new PersonId("C0001");
    static final PersonId SECOND_EDITOR = new PersonId("C0002");
    static final PersonId LEAD = new PersonId("C0003");
    static final PersonId LAWYER = new PersonId("L0001");

    static final String COMPANY_ACCOUNT = "WB-MAIN";
    static final String FROZEN_ACCOUNT = "WB-OLD";
    static final String REQUESTERS_ACCOUNT = "ZH-F0003";

    final WeekdaysInShanghai calendar = new WeekdaysInShanghai();
    final HandSetClock clock = new HandSetClock(MONDAY);
    final InMemoryPeople people = new InMemoryPeople(calendar, clock);
    final InMemoryRequests rows = new InMemoryRequests();
    final InMemoryWorkList workList = new InMemoryWorkList(people, this::pages, clock);
    final PolicyInForce policy = new PolicyInForce();
    final KeptFiles files = new KeptFiles();
    final List<SpeakingFact> facts = new ArrayList<>();
    final Deadlines deadlines = ShippedDeadlines.over(calendar);
    final Texts texts = ShippedMessages.of("policy", "speaking", "speaking-portal");

    final Windows windows = new Windows(calendar, deadlines);
    final LineManagers lineManagers = new LineManagers(people);
    final Judgement judgement = new Judgement(new ShippedDecisions());
    final Ledger ledger = new Ledger(rows, event -> facts.add((SpeakingFact) event));
    final Accounts accounts = new RegisteredAccounts();
    final Labels labels = new Labels(texts, people, accounts, policy, files);
    final SpeakingPages pages = new SpeakingPages(rows, people, new ObjectProvider<>() {
        @Override
        public WorkList getObject() {
            return workList;
        }
    });

    final Times times = ShippedMessages.times(calendar, clock);
    final FormParts parts = new FormParts(labels, windows, accounts, workList, times);
    final FilingContexts filing =
            new FilingContexts(ledger, parts, labels, judgement, windows, accounts, policy, calendar, clock);
    final RequesterContexts requesterForms =
            new RequesterContexts(ledger, parts, labels, windows, accounts, calendar, times, clock);
    final ReviewerContexts reviewerForms = new ReviewerContexts(ledger, parts, labels, people, times, clock);
    final Dossiers dossiers = new Dossiers(
            ledger,
            labels,
            texts,
            new Timelines(labels, texts),
            new Whereabouts(workList, reviewersInRows(), mock(Models.class), labels, texts),
            number -> Optional.empty(),
            mock(Models.class),
            files,
            people);

    final RequestDesk requests;
    final ReviewDesk reviews;
    final GrantDesk grants;
    private int numbers;

    Office() {
        requests = new RequestDesk(
                ledger,
                prefix -> BusinessNumber.of(prefix, 2026, ++numbers),
                policy,
                people,
                accounts,
                files,
                windows,
                calendar,
                this,
                clock);
        reviews = new ReviewDesk(ledger, judgement, lineManagers, people, deadlines, calendar, workList, this, clock);
        grants = new GrantDesk(ledger, windows, people, this, clock);
        people.join(HEAD, null);
        people.join(MANAGER, HEAD);
        people.join(REQUESTER, MANAGER);
        people.join(COLLEAGUE, MANAGER);
        people.join(LEAD, HEAD, Role.COMMUNICATIONS_LEAD);
        people.join(EDITOR, LEAD, Role.COMMUNICATIONS);
        people.join(SECOND_EDITOR, LEAD, Role.COMMUNICATIONS);
        people.join(LAWYER, HEAD, Role.LEGAL);
        people.join(new PersonId("S0001"), HEAD, Role.INFORMATION_SECURITY);
        people.join(new PersonId("P0001"), HEAD, Role.PRODUCT);
        people.join(new PersonId("N0001"), HEAD, Role.FINANCE);
        people.join(new PersonId("T0001"), HEAD, Role.STRATEGY);
    }

    private SpeakingPages pages() {
        return pages;
    }

    /** The one question about lists that a request's page asks. */
    private RequestList reviewersInRows() {
        RequestList list = mock();
        when(list.reviewers(any())).thenAnswer(asked -> asked.<Collection<UUID>>getArgument(0).stream()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> rows.ofReview(id).orElseThrow().review(id).reviewer())));
        return list;
    }

    // ---- what people do, and what the process does after them ----

    BusinessNumber file(PersonId requester, Draft draft) {
        var outcome = requests.file(requester, draft.filing());
        assertThat(outcome).isInstanceOf(Outcome.Opened.class);
        var number = ((Outcome.Opened) outcome).number();
        plan(number);
        return number;
    }

    BusinessNumber file(Draft draft) {
        return file(REQUESTER, draft);
    }

    Map<String, Object> plan(BusinessNumber number) {
        var routing = reviews.plan(number);
        follow(number);
        return routing;
    }

    Outcome decide(BusinessNumber number, Reviewer reviewer, PersonId by, Verdict verdict) {
        return decide(number, reviewer, by, verdict, null);
    }

    Outcome decide(
            BusinessNumber number, Reviewer reviewer, PersonId by, Verdict verdict, @Nullable String conditions) {
        var seen = request(number).currentVersion().sha256();
        return decide(number, reviewer, by, verdict, conditions, seen);
    }

    Outcome decide(
            BusinessNumber number,
            Reviewer reviewer,
            PersonId by,
            Verdict verdict,
            @Nullable String conditions,
            Sha256 seen) {
        var outcome = reviews.decide(number, review(number, reviewer).id(), by, verdict, "Because", conditions, seen);
        follow(number);
        return outcome;
    }

    /** Everybody who is asked approves. */
    void approve(BusinessNumber number) {
        for (var review : request(number).openReviews()) {
            assertThat(decide(number, review.reviewer(), anybodyFor(number, review), Verdict.APPROVED))
                    .isInstanceOf(Outcome.Completed.class);
        }
    }

    Outcome correct(BusinessNumber number, String text) {
        var request = request(number);
        return requests.correct(
                number,
                REQUESTER,
                request.currentVersion().number(),
                text,
                List.of(),
                request.scope().contentClasses(),
                windows.local(request.scope().windowFrom()),
                windows.local(request.scope().windowUntil()),
                "Changed");
    }

    BusinessNumber granted(Draft draft) {
        var number = file(draft);
        approve(number);
        grants.issue(number);
        return number;
    }

    Outcome publish(BusinessNumber number, String at, String text) {
        return grants.publish(number, REQUESTER, "https://social.example/1", LocalDateTime.parse(at), text);
    }

    // ---- what can be seen ----

    SpeakingRequest request(BusinessNumber number) {
        return rows.find(number.value()).orElseThrow();
    }

    RequestStatus status(BusinessNumber number) {
        return request(number).status();
    }

    Grant grant(BusinessNumber number) {
        return request(number).grant().orElseThrow();
    }

    /** The newest review of that reviewer. */
    Review review(BusinessNumber number, Reviewer reviewer) {
        return request(number).reviews().stream()
                .filter(review -> review.reviewer() == reviewer)
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    List<Reviewer> asked(BusinessNumber number) {
        return request(number).openReviews().stream().map(Review::reviewer).toList();
    }

    WorkItem step(BusinessNumber number, Reviewer reviewer) {
        return step(number, review(number, reviewer)).orElseThrow();
    }

    List<SpeakingFact> facts(SpeakingFact.Kind kind) {
        return facts.stream().filter(fact -> fact.kind() == kind).toList();
    }

    /** Field and message of each refusal. */
    static List<String> refusals(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome)
                .reasons().stream()
                        .map(refusal -> (refusal.field() == null ? "" : refusal.field() + " ")
                                + refusal.message().replace("speaking.refused.", ""))
                        .toList();
    }

    private PersonId anybodyFor(BusinessNumber number, Review review) {
        return people.active().stream()
                .map(Person::id)
                .filter(person -> workList.mayAct(person, step(number, review).orElseThrow()))
                .findFirst()
                .orElseThrow();
    }

    // ---- the process ----

    /** A step for each open review, offered as the process offers it, and none for any other. */
    private void follow(BusinessNumber number) {
        for (var review : request(number).reviews()) {
            var step = step(number, review);
            if (review.open() && step.isEmpty()) {
                var onePersons = review.assignee().isPresent()
                        && review.reviewer().role().isEmpty();
                var groups = onePersons ? Set.<Role>of() : Set.of(ReviewDesk.group(review));
                workList.open(
                        number,
                        AuthoriseSpeaking.REVIEW_REQUEST,
                        review.id().toString(),
                        review.assignee().orElse(null),
                        groups,
                        review.dueAt());
            } else if (!review.open() && step.isPresent()) {
                workList.close(step.get().taskId());
            }
        }
    }

    private Optional<WorkItem> step(BusinessNumber number, Review review) {
        return workList.of(number).stream()
                .filter(item -> review.id().toString().equals(item.item()))
                .findFirst();
    }

    @Override
    public void requestWithdrawn(BusinessNumber request) {
        workList.of(request).forEach(item -> workList.close(item.taskId()));
    }

    @Override
    public void grantRevoked(BusinessNumber request) {
        workList.of(request).forEach(item -> workList.close(item.taskId()));
    }

    @Override
    public void questionAsked(BusinessNumber request, UUID question) {
        workList.open(
                request,
                AuthoriseSpeaking.ANSWER_QUESTION,
                question.toString(),
                request(request).requester(),
                Set.of(),
                request(request).question(question).dueAt());
    }

    @Override
    public void reviewerAdded(BusinessNumber request, UUID review) {
        follow(request);
    }

    // ---- other modules ----

    /** One version at a time; every clause is called by its number. */
    static final class PolicyInForce implements Policy {

        private String version = "2026";

        void comesIntoForce(String tag) {
            version = tag;
        }

        @Override
        public String inForce(Instant at) {
            return version;
        }

        @Override
        public Optional<Clause> clause(String tag, String id, Locale language) {
            return Optional.of(new Clause(tag, id, false, "Clause " + id, "", Sha256.of(id), List.of()));
        }

        @Override
        public List<PolicyVersion> versions(Locale language) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Clause> clauses(String tag, Locale language) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean known(PersonId person, String clause, LocalDate day) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Knowledge> knowledge(Collection<PersonId> persons) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome recordKnown(PersonId person, String tag, LocalDate on, MadeKnown how, PersonId by) {
            throw new UnsupportedOperationException();
        }
    }

    /** Uploads, and the matter each was attached to. */
    final class KeptFiles implements Files {

        private final Map<UUID, StoredFile> uploads = new LinkedHashMap<>();
        private final Map<UUID, BusinessNumber> attached = new LinkedHashMap<>();

        UUID upload(PersonId uploader) {
            return ((Received) receive(uploader, "plan.pdf", new byte[0]))
                    .file()
                    .id();
        }

        @Override
        public Receipt receive(PersonId uploader, String name, byte[] content) {
            var file = new StoredFile(
                    UUID.randomUUID(),
                    name,
                    "application/pdf",
                    content.length,
                    Sha256.of(name),
                    uploader,
                    clock.instant());
            uploads.put(file.id(), file);
            return new Received(file);
        }

        @Override
        public boolean attach(PersonId uploader, BusinessNumber matter, Collection<UUID> wanted) {
            var allowed = wanted.stream().allMatch(id -> {
                var owner = attached.get(id);
                return owner == null
                        ? uploads.containsKey(id) && uploads.get(id).uploader().equals(uploader)
                        : owner.equals(matter);
            });
            if (allowed) {
                wanted.forEach(id -> attached.put(id, matter));
            }
            return allowed;
        }

        @Override
        public List<StoredFile> of(Collection<UUID> wanted) {
            return wanted.stream().map(uploads::get).filter(Objects::nonNull).toList();
        }
    }

    /** Two company accounts, one of them frozen, and one personal account. */
    private final class RegisteredAccounts implements Accounts {

        private final List<Account> all = List.of(
                account(COMPANY_ACCOUNT, AccountKind.COMPANY, EDITOR, AccountStatus.ACTIVE),
                account(FROZEN_ACCOUNT, AccountKind.COMPANY, EDITOR, AccountStatus.FROZEN),
                account(REQUESTERS_ACCOUNT, AccountKind.PERSONAL, REQUESTER, AccountStatus.ACTIVE));

        private static Account account(String code, AccountKind kind, PersonId owner, AccountStatus status) {
            return new Account(code, "weibo", "@" + code, code, kind, owner, null, status);
        }

        @Override
        public List<SocialPlatform> platforms() {
            return List.of(new SocialPlatform("weibo", new LocalisedName("微博", "微博", "Weibo"), 140, null));
        }

        @Override
        public Optional<SocialPlatform> platform(String code) {
            return platforms().stream().filter(one -> one.code().equals(code)).findFirst();
        }

        @Override
        public Optional<Account> find(String code) {
            return all.stream().filter(one -> one.code().equals(code)).findFirst();
        }

        @Override
        public List<Account> usableBy(PersonId person) {
            return all.stream()
                    .filter(Account::usable)
                    .filter(one ->
                            one.kind() == AccountKind.COMPANY || one.owner().equals(person))
                    .toList();
        }

        @Override
        public List<Account> of(PersonId person) {
            return all.stream().filter(one -> one.owner().equals(person)).toList();
        }

        @Override
        public Hits search(String words, @Nullable String platform, @Nullable PersonId viewer, int first, int max) {
            throw new UnsupportedOperationException("Search is a question to the database");
        }
    }
}
