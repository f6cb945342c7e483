package org.hearth.lambda.moderation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.MakePack;
import org.hearth.forum.reporting.Report;
import org.hearth.lambda.listing.Views;

/** A case as one page to print, which needs no network and runs no script. The JDK's XML writer escapes what people wrote. */
final class CasePackPage {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);
  private static final String STYLE = """
      body { font: 11pt/1.5 Georgia, serif; color: #1c1713; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
      table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0;
      border-bottom: 1px solid #ccc; overflow-wrap: anywhere; } th { font-weight: normal; color: #555; }
      .words { white-space: pre-wrap; overflow-wrap: anywhere; border-left: 3px solid #bbb; padding-left: 1rem; }
      .soft { color: #555; } code { font-size: .8em; } section { break-inside: avoid-page; }
      """;

  private final MakePack.Pack pack;
  private final String siteUrl;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private XMLStreamWriter out;

  CasePackPage(MakePack.Pack pack, String siteUrl) {
    this.pack = pack;
    this.siteUrl = siteUrl;
  }

  byte[] bytes() {
    try {
      out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      out.writeDTD("<!doctype html>");
      out.writeStartElement("html");
      out.writeAttribute("lang", "en");
      head();
      out.writeStartElement("body");
      body();
      out.writeEndDocument();
      out.close();
      return bytes.toByteArray();
    } catch (XMLStreamException impossibleInMemory) {
      throw new IllegalStateException(impossibleInMemory);
    }
  }

  private void head() throws XMLStreamException {
    out.writeStartElement("head");
    meta("charset", "utf-8");
    out.writeEmptyElement("meta");
    out.writeAttribute("name", "viewport");
    out.writeAttribute("content", "width=device-width, initial-scale=1");
    out.writeEmptyElement("meta");
    out.writeAttribute("http-equiv", "Content-Security-Policy");
    out.writeAttribute("content", "default-src 'none'; style-src 'unsafe-inline'");
    text("title", "Case " + pack.opened().theCase().id());
    text("style", STYLE);
    out.writeEndElement();
  }

  private void meta(String name, String value) throws XMLStreamException {
    out.writeEmptyElement("meta");
    out.writeAttribute(name, value);
  }

  private void body() throws XMLStreamException {
    var one = pack.opened().theCase();
    text("h1", "Case " + one.id());
    text("p", "From " + siteUrl + ". Made by " + pack.by().name() + " (" + Views.lower(pack.by().role()) + ") on " + TIME.format(pack.at())
        + ". It holds what people wrote in confidence: keep it as safe as the forum itself, and no longer than you need it.");
    facts(one);
    clocks(one);
    words(one);
    table("Why it came here", List.of("Grade", "Rule", "Reason"), one.findings().stream()
        .map(found -> List.of(Views.lower(found.grade()), found.rule(), found.reason())).toList());
    table("Reports", List.of("When", "Reference", "Reason", "What they wrote"), pack.opened().reports().stream().map(CasePackPage::report).toList());
    table("Decisions", List.of("When", "Who", "What", "Rule", "Reason"), pack.opened().decisions().stream()
        .map(made -> List.of(TIME.format(made.at()), made.moderatorName(),
            made.action().id() + (made.until() == null ? "" : " until " + TIME.format(made.until())), made.rule(), made.reason())).toList());
    appeal(one);
    followUp(one);
    table("What was done", List.of("When", "What", "Who"), one.events().stream()
        .map(event -> List.of(TIME.format(event.at()), event.what(), event.by() == null ? "the forum itself" : event.by())).toList());
    log();
  }

  private void facts(Case one) throws XMLStreamException {
    var subject = one.subject();
    out.writeStartElement("table");
    fact("About", Views.lower(one.kind()) + (subject.memberName() == null ? "" : " by " + subject.memberName()));
    if (subject.groupName() != null) {
      fact("Group", subject.groupName());
    }
    fact("Risk", Views.lower(one.risk()));
    fact("State", Views.lower(one.state()).replace('_', ' '));
    fact("Opened", TIME.format(one.openedAt()));
    if (one.closedAt() != null) {
      fact("Decided", TIME.format(one.closedAt()));
    }
    out.writeEndElement();
  }

  private void clocks(Case one) throws XMLStreamException {
    var clocks = one.clocks();
    var risk = one.risk();
    text("h2", "Clocks");
    out.writeStartElement("table");
    clock("Seen", one.openedAt(), clocks.seenAt(), risk.seenTarget());
    clock("Acted on", one.openedAt(), clocks.actedAt(), risk.target());
    if (risk.leadTarget() != null) {
      clock("Lead told", one.openedAt(), clocks.leadToldAt(), risk.leadTarget());
    }
    out.writeEndElement();
  }

  private void clock(String name, Instant from, Instant done, Duration within) throws XMLStreamException {
    var due = from.plus(within);
    boolean late = (done == null ? pack.at() : done).isAfter(due);
    fact(name, (done == null ? "not yet" : TIME.format(done)) + "; due " + TIME.format(due) + (late ? " (late)" : ""));
  }

  private void words(Case one) throws XMLStreamException {
    text("h2", "What was written");
    if (one.snapshots().isEmpty()) {
      text("p", "No words are kept.");
    }
    for (var taken : one.snapshots()) {
      out.writeStartElement("section");
      text("p", (taken.version() == 0 ? "As it was on " : "Version " + taken.version() + ", as it was on ") + TIME.format(taken.takenAt()), "soft");
      if (taken.title() != null) {
        text("h3", taken.title());
      }
      text("p", taken.text(), "words");
      out.writeEndElement();
    }
  }

  private static List<String> report(Report report) {
    var contact = report.contact() == null ? "" : " (can be reached at " + report.contact() + ")";
    return List.of(TIME.format(report.at()), report.reference(), report.reason().id(), Optional.ofNullable(report.note()).orElse("") + contact);
  }

  private void appeal(Case one) throws XMLStreamException {
    if (one.appeal() != null) {
      text("h2", "Appeal, not yet decided");
      text("p", "Against decision " + one.appeal().decisionId() + ", on " + TIME.format(one.appeal().at()), "soft");
      text("p", one.appeal().note(), "words");
    }
  }

  private void followUp(Case one) throws XMLStreamException {
    var owed = one.followUp();
    if (owed != null) {
      text("h2", "Follow-up");
      text("p", owed.done() ? owed.by() + " on " + TIME.format(owed.doneAt()) + "; it was due " + TIME.format(owed.dueAt())
          : "Not yet done; due " + TIME.format(owed.dueAt()), "soft");
      if (owed.done()) {
        text("p", owed.note(), "words");
      }
    }
  }

  private void log() throws XMLStreamException {
    table("The audit log", List.of("No.", "When", "Who", "What", "Rule", "Hash"), pack.log().stream().flatMap(line -> line.entry().stream())
        .map(entry -> List.of(Long.toString(entry.sequence()), TIME.format(entry.at()), entry.actor(), entry.action(), entry.rule(),
            entry.hash().substring(0, 16) + "…")).toList());
    text("p", "Each entry carries the hash of the one before. audit.json beside this page has them whole, and of the entries between, "
        + "which are about other things, the hashes alone. To check the pack, run bin/verify-pack on the archive that this page came in.", "soft");
  }

  private void table(String title, List<String> heads, List<List<String>> rows) throws XMLStreamException {
    if (rows.isEmpty()) {
      return;
    }
    text("h2", title);
    out.writeStartElement("table");
    row("th", heads);
    for (var row : rows) {
      row("td", row);
    }
    out.writeEndElement();
  }

  private void row(String cell, List<String> cells) throws XMLStreamException {
    out.writeStartElement("tr");
    for (var text : cells) {
      text(cell, text);
    }
    out.writeEndElement();
  }

  private void fact(String name, String value) throws XMLStreamException {
    out.writeStartElement("tr");
    text("th", name);
    text("td", value);
    out.writeEndElement();
  }

  private void text(String element, String text) throws XMLStreamException {
    out.writeStartElement(element);
    out.writeCharacters(text);
    out.writeEndElement();
  }

  private void text(String element, String text, String kind) throws XMLStreamException {
    out.writeStartElement(element);
    out.writeAttribute("class", kind);
    out.writeCharacters(text);
    out.writeEndElement();
  }
}
