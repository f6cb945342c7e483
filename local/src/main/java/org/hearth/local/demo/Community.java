package org.hearth.local.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.hearth.local.issuer.Persona;
import org.hearth.local.issuer.Role;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The made-up community of {@code demo/community.yaml}, as it is written there. */
public record Community(List<Group> groups, List<Resource> resources, List<Person> people, List<Thread> threads, List<Held> held, List<Report> reports,
        List<Decision> decisions, List<Claim> claims, List<Appeal> appeals) {
    private static final String RESOURCE = "/demo/community.yaml";

    /** A group; members are named for a restricted one only. */
    record Group(String id, String name, String description, String visibility, int newcomerPosts, List<String> labels,
            List<String> members) {
        Group {
            members = members == null ? List.of() : members;
        }
    }

    /** Something that helps; counted from now, it is to be looked at again in so many days, or was to be if they are negative. */
    record Resource(String title, String text, String url, String region, int reviewInDays) {
    }

    record Person(String name, String role, int joinedDaysAgo, String about) {
    }

    record Thread(String group, String title, String by, String ago, String text, List<Reply> replies) {
        Thread {
            replies = replies == null ? List.of() : replies;
        }
    }

    record Reply(String by, String ago, String text) {
    }

    /** Names a post: the nth, from 0, of that author's in the thread of that title. */
    record On(String thread, String by, int nth) {
    }

    /** A post that is left waiting for a moderator. */
    record Held(String thread, String by, int nth) {
        On on() {
            return new On(thread, by, nth);
        }
    }

    record Report(@JsonProperty("on") On on, String by, String reason, String note, String ago) {
    }

    /** A decision; the text is there for a redaction only. */
    record Decision(@JsonProperty("on") On on, String by, String action, String rule, String reason, String text, String ago) {
    }

    record Claim(@JsonProperty("on") On on, String by) {
    }

    record Appeal(@JsonProperty("on") On on, String by, String note, String ago) {
    }

    /** Reads the community that comes with this runner. */
    public static Community read() throws IOException {
        try (InputStream text = Community.class.getResourceAsStream(RESOURCE)) {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return new ObjectMapper().convertValue(document, Community.class);
        }
    }

    /** Everybody in it, for the sign-in page. */
    public List<Persona> personas() {
        return people.stream().map(person -> new Persona(person.name(), Role.of(person.role()), person.about())).toList();
    }

    /** Reads {@code 12d 3h 5m} as a duration. */
    static Duration ago(String text) {
        Duration sum = Duration.ZERO;
        for (String part : text.strip().split("\\s+")) {
            long count = Long.parseLong(part.substring(0, part.length() - 1));
            sum = sum.plus(switch (part.charAt(part.length() - 1)) {
                case 'd' -> Duration.ofDays(count);
                case 'h' -> Duration.ofHours(count);
                case 'm' -> Duration.ofMinutes(count);
                default -> throw new IllegalArgumentException("not a time ago: " + text);
            });
        }
        return sum;
    }
}
