package org.hearth.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.hearth.local.client.HearthClient;
import org.hearth.local.tables.LocalDynamo;

/**
 * Calls every route once as somebody who may, and what the streams and schedules call, and notes what each used. What is asked
 * once in a while for many requests (who calls, which groups there are, that a moderator is at work) is asked before, uncounted;
 * it has rows of its own. Who comes in which part: {@link Readers}, {@link Members}, {@link Moderators}, {@link Leads}.
 */
final class Journey {
    static final String GROUP = "living-with-it";
    static final String OTHER_GROUP = "night-owls";
    static final String CLOSED_GROUP = "the-circle";

    private final Stage stage;
    private final Writing writing;

    Journey(Front front, LocalDynamo dynamo, Meter meter) {
        this.stage = new Stage(front, dynamo, meter);
        this.writing = new Writing(stage);
    }

    /** Makes the groups. To be called once. */
    void begin() {
        ObjectNode setup = HearthClient.object();
        setup.putArray("groups").add(group(GROUP, "Living with it", "public")).add(group(OTHER_GROUP, "Night owls", "members"))
                .add(group(CLOSED_GROUP, "The circle", "restricted"));
        setup.putArray("memberships");
        stage.invoke("SetupFunction", setup);
        // Settings cost a read from the first time on that somebody set them.
        Leads.setCare(stage);
        Leads.letMembersTalkInPrivate(stage);
    }

    private static ObjectNode group(String id, String name, String visibility) {
        ObjectNode group = HearthClient.object("id", id, "name", name, "visibility", visibility, "description",
                "Any long-term condition, yours or that of somebody you love. Good days, bad days, and jars.")
                .put("newcomerPosts", 0);
        group.putArray("labels").add("sleep").add("hospital");
        return group;
    }

    /** Starts a thread with one post, checked and published; tells its id. */
    String publishedThread(String author) {
        return writing.publishedThread(author);
    }

    /** Adds a reply, checked and published. */
    void publishedReply(String author, String thread) {
        writing.publishedReply(author, thread);
    }

    /** @param largest the thread with the most posts */
    List<Row> made(String largest) {
        Stage.good(stage.moderator().get("/api/moderation/cases"));
        String thread = writing.publishedThread("Robin");
        JsonNode reply = writing.publishedReply("Robin", thread);
        Readers readers = new Readers(stage);
        readers.visit(largest);
        readers.signIn();
        readers.read(largest, reply);
        Members members = new Members(stage, writing);
        members.write(thread);
        members.mark(thread, reply);
        members.lookAfterTheirAccount();
        members.areInvited();
        members.converse();
        members.report(thread, reply);
        Moderators moderators = new Moderators(stage, writing);
        moderators.decide(reply);
        moderators.keepWatch(thread);
        moderators.lookAfterThreadsAndMembers(thread);
        Leads leads = new Leads(stage);
        leads.planTheRota();
        leads.readTheLog();
        leads.lookAfterTheForum();
        leads.practise();
        return stage.rows();
    }
}
