package org.hearth.local.deployed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hearth.local.outbox.Outbox;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Carries what the topics said to their queue into the outbox, where a person sees it. */
final class AlertQueue implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONG_POLL_SECONDS = 2;

    private final SqsClient sqs;
    private final Deployment deployment;
    private final Outbox outbox;
    private final Consumer<String> log;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;

    AlertQueue(SqsClient sqs, Deployment deployment, Outbox outbox, Consumer<String> log) {
        this.sqs = sqs;
        this.deployment = deployment;
        this.outbox = outbox;
        this.log = log;
        this.thread = Thread.ofPlatform().name("alerts").daemon().start(this::run);
    }

    private void run() {
        try {
            while (stopping.getCount() > 0) {
                try {
                    sqs.receiveMessage(request -> request.queueUrl(deployment.alerts()).maxNumberOfMessages(10)
                            .waitTimeSeconds(LONG_POLL_SECONDS)).messages().forEach(this::take);
                } catch (SdkException e) {
                    log.accept("[alerts] the queue can't be read, trying again: " + e.getMessage());
                    stopping.await(1, TimeUnit.SECONDS);
                }
            }
        } catch (InterruptedException e) {
            // Asked to end.
        }
    }

    private void take(Message message) {
        try {
            JsonNode alert = JSON.readTree(message.body());
            outbox.put("sns", deployment.topic(alert.path("TopicArn").asText()), alert.path("Subject").asText("(no subject)"),
                    alert.path("Message").asText());
        } catch (JsonProcessingException e) {
            log.accept("[alerts] a message is no notification of a topic's and was left out");
        }
        sqs.deleteMessage(request -> request.queueUrl(deployment.alerts()).receiptHandle(message.receiptHandle()));
    }

    @Override
    public void close() {
        stopping.countDown();
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(LONG_POLL_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sqs.close();
    }
}
