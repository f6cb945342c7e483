package org.hearth.local.issuer;

import java.util.List;
import java.util.Locale;

/** What somebody may do, and so which of the two issuers knows them. */
public enum Role {
    MEMBER(List.of()), MODERATOR(List.of("moderators")), LEAD(List.of("leads")), ADMIN(List.of("admins"));

    private final List<String> groups;

    Role(List<String> groups) {
        this.groups = groups;
    }

    List<String> groups() {
        return groups;
    }

    public boolean isStaff() {
        return this != MEMBER;
    }

    /** What {@code as=} of the forum's sign-in wants to hear. */
    public String pool() {
        return isStaff() ? "staff" : "member";
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a role.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Role of(String word) {
        return valueOf(word.strip().toUpperCase(Locale.ROOT));
    }
}
