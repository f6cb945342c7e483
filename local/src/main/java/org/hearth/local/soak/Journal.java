package org.hearth.local.soak;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the forum has said yes to, kept outside of it, so that it can be asked for later. */
final class Journal {
    /**
     * A post that its author was told is there.
     *
     * @param crisis whether its words need somebody at once
     */
    record Written(String author, String thread, String id, boolean opening, boolean crisis) {
    }

    /** A report or a decision that was taken, and the case it must be in. */
    record Entered(String caseId, String id) {
    }

    /** Somebody who asked to be erased, with what they wrote before; when their time has come, nothing of them may be there. */
    record Left(String id, String name, Set<String> texts) {
    }

    final Map<String, Written> posts = new ConcurrentHashMap<>();
    /** The newest words of each post that were taken, by its id. */
    final Map<String, String> words = new ConcurrentHashMap<>();
    final Set<String> deleted = ConcurrentHashMap.newKeySet();
    /** Posts of which a change was sent and never answered: old or new words are right. */
    final Set<String> unsure = ConcurrentHashMap.newKeySet();
    final Queue<Entered> reports = new ConcurrentLinkedQueue<>();
    final Queue<Entered> decisions = new ConcurrentLinkedQueue<>();
    /** Appeals that were taken: the case, and the decision they are against. */
    final Queue<Entered> appeals = new ConcurrentLinkedQueue<>();
    final Queue<Left> left = new ConcurrentLinkedQueue<>();
    final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    /** Answers that nothing should get. */
    final Queue<String> strange = new ConcurrentLinkedQueue<>();

    void written(Written post, String text) {
        if (posts.putIfAbsent(post.id(), post) == null) {
            words.putIfAbsent(post.id(), text);
        }
    }

    int acknowledged() {
        return posts.size() + reports.size() + decisions.size() + appeals.size() + left.size() + complaints.size();
    }
}
