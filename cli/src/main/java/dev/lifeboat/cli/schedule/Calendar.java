package dev.lifeboat.cli.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * When something is due, in the part of systemd's calendar that cron knows as well: {@code 02:00}, {@code Sun 03:00}, {@code *-*-01 04:30}, {@code 00/4:15}. In the time zone of the machine.
 *
 * @param weekdays 0 is Sunday; any where it is empty
 */
public record Calendar(List<Integer> weekdays, Field day, Field hour, Field minute) {
    /** For messages. */
    static final String EXPECTED = "a time such as `02:00`, `Mon..Fri 02:00`, `Sun 03:00`, `*-*-01 04:30` or `00/4:15`";
    private static final List<String> NAMES = List.of("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat");
    private static final Pattern FORM = Pattern
            .compile("(?:([A-Za-z.,]+) )?(?:\\*-\\*-(\\S+) )?([0-9*,/]+):([0-9*,/]+)(?::00)?");
    private static final int LAST_HOUR = 23;
    private static final int LAST_MINUTE = 59;
    private static final int LAST_DAY = 31;

    /** Empty where the text says no such time. A day of the week and one of the month together mean another thing to cron than to systemd, and are none. */
    static Optional<Calendar> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        Optional<List<Integer>> weekdays = weekdays(form.group(1));
        Optional<Field> day = Field.parse(form.group(2) == null ? "*" : form.group(2), 1, LAST_DAY);
        Optional<Field> hour = Field.parse(form.group(3), 0, LAST_HOUR);
        Optional<Field> minute = Field.parse(form.group(4), 0, LAST_MINUTE);
        return weekdays.flatMap(week -> day.flatMap(date -> hour
                .flatMap(hours -> minute.map(minutes -> new Calendar(week, date, hours, minutes)))))
                .filter(calendar -> calendar.weekdays.isEmpty() || calendar.day.isAny());
    }

    private static Optional<List<Integer>> weekdays(String text) {
        if (text == null) {
            return Optional.of(List.of());
        }
        List<Optional<List<Integer>>> parts = Arrays.stream(text.split(",", -1)).map(Calendar::range).toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? Optional.of(parts.stream().flatMap(Optional::stream).flatMap(List::stream).distinct().sorted()
                        .toList())
                : Optional.empty();
    }

    /** {@code Mon}, or {@code Mon..Fri}. */
    private static Optional<List<Integer>> range(String text) {
        int between = text.indexOf("..");
        int first = NAMES.indexOf(between < 0 ? text : text.substring(0, between));
        int last = between < 0 ? first : NAMES.indexOf(text.substring(between + 2));
        if (first < 0 || last < 0) {
            return Optional.empty();
        }
        int days = Math.floorMod(last - first, NAMES.size());
        return Optional.of(IntStream.rangeClosed(0, days).mapToObj(day -> (first + day) % NAMES.size()).toList());
    }

    /** As {@code OnCalendar=} has it. */
    public String systemd() {
        String week = weekdays.stream().map(NAMES::get).collect(Collectors.joining(","));
        return (week.isEmpty() ? "" : week + " ") + "*-*-" + day.systemd() + " " + hour.systemd() + ":"
                + minute.systemd() + ":00";
    }

    /** The five fields at the beginning of a line of a crontab. */
    public String cron() {
        return minute.cron(LAST_MINUTE) + " " + hour.cron(LAST_HOUR) + " " + day.cron(LAST_DAY) + " * "
                + (weekdays.isEmpty() ? "*" : weekdays.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
}
