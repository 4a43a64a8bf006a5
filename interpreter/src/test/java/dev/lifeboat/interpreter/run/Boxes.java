package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.builtin.Ports;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The tests' world: boxes, and what is to go wrong with them. */
final class Boxes implements Ports {

    private final Clock clock;
    private final Map<String, String> contents = new ConcurrentSkipListMap<>();
    private final Map<String, Deque<String>> faults = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final AtomicInteger writes = new AtomicInteger();
    private final List<Access> trail = new CopyOnWriteArrayList<>();
    private final Map<String, String> identities = new ConcurrentHashMap<>();
    private Consumer<String> gaps = gap -> {};
    private IdentityGuard guard = IdentityGuard.NONE;

    /**
     * How a box was reached: it was read, looked at by whoever takes something back, asked to change, and did; or asked
     * whether it shows what came of that.
     */
    enum Way {
        READ, LOOK, ASKED, CHANGED, DOUBTED
    }

    /** Something that a box saw. */
    record Access(Way way, String box, String content) {}

    Boxes(Clock clock) {
        this.clock = clock;
    }

    void put(String name, String content) {
        contents.put(name, content);
    }

    /**
     * What the next writes to a box, or reads of it ({@code db1.read}), come to: {@code ok}, {@code fails}, {@code
     * unknown}, {@code lost}, {@code hangs}, {@code slow 5s}, {@code missing}, {@code swapped}.
     */
    void faults(String access, List<String> next) {
        faults.put(access, new ConcurrentLinkedDeque<>(next));
    }

    /** How often something was written into any of them. */
    int writes() {
        return writes.get();
    }

    /** All that the boxes have seen, in that order. */
    List<Access> trail() {
        return List.copyOf(trail);
    }

    /** Boxes without an identity can't be told apart. */
    void identify(String name, String identity) {
        identities.put(name, identity);
    }

    Map<String, String> contents() {
        return new TreeMap<>(contents);
    }

    @Override
    public void whenNotModelled(Consumer<String> listener) {
        gaps = listener;
    }

    @Override
    public void guardedBy(IdentityGuard guard) {
        this.guard = guard;
    }

    @Override
    public <P> Optional<P> find(Class<P> kind, String name) {
        return contents.containsKey(name) ? Optional.of(kind.cast(box(name))) : Optional.empty();
    }

    private Box box(String name) {
        return new Box() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String read() {
                see(Way.READ, contents.get(name));
                access(name, name + ".read", () -> {});
                return contents.get(name);
            }

            @Override
            public String look() {
                see(Way.LOOK, "");
                return contents.get(name);
            }

            @Override
            public void write(String content) {
                see(Way.ASKED, content);
                access(name, name, () -> {
                    contents.put(name, content);
                    writes.incrementAndGet();
                    see(Way.CHANGED, content);
                });
            }

            @Override
            public boolean shows() {
                see(Way.DOUBTED, "");
                return !silent.contains(name);
            }

            private void see(Way way, String content) {
                trail.add(new Access(way, name, content));
            }
        };
    }

    /** Nobody has seen it, and it changed nothing: it will be so again for whoever tries again. */
    void unhappened(Event event) {
        switch (event) {
            case Event.PortCallEnded ended when ended.failure() != null && !ended.failure().outcomeUnknown() ->
                again(ended.target() + (ended.method().equals("read") ? ".read" : ""),
                        faultOf(ended.failure().kind()));
            case Event.PortCallEnded ended when ended.method().equals("read") && ended.failure() == null ->
                again(ended.target() + ".read", "ok");
            case Event.NotModelled gap -> faults.keySet().forEach(box -> again(box, "missing"));
            default -> {
            }
        }
    }

    private static String faultOf(Event.FailureKind kind) {
        return switch (kind) {
            case TIME_UP -> "hangs";
            case HALTED -> "swapped";
            case FAILED, CANCELLED, DEFECT -> "fails";
        };
    }

    private void again(String what, String fault) {
        faults.computeIfAbsent(what, box -> new ConcurrentLinkedDeque<>()).addFirst(fault);
    }

    private void access(String name, String what, Runnable effect) {
        var fault = Optional.ofNullable(faults.getOrDefault(what, new ConcurrentLinkedDeque<>()).poll()).orElse("ok");
        silent.remove(what);
        if (fault.equals("unknown") || fault.equals("lost")) {
            silent.add(what);
        }
        if (fault.equals("swapped")) {
            identities.put(name, "another " + name);
        }
        Optional.ofNullable(identities.get(name)).ifPresent(identity -> guard.met(name, identity));
        switch (fault.split(" ")[0]) {
            case "swapped" -> throw new AssertionError("The guard let it pass.");
            case "ok" -> effect.run();
            case "missing" -> gaps.accept("Boxes that open by themselves");
            case "fails" -> throw Failure.of("The box `" + what + "` is stuck.").hint("Shake it.");
            case "unknown" -> {
                effect.run();
                throw Failure.unknown("The box `" + what + "` did not answer.");
            }
            case "lost" -> throw Failure.unknown("The box `" + what + "` did not answer.");
            case "hangs" -> clock.sleep(Duration.ofDays(1));
            case "slow" -> {
                clock.sleep(Duration.parse("PT" + fault.split(" ")[1]));
                effect.run();
            }
            default -> throw new AssertionError("No such fault: " + fault);
        }
    }
}
