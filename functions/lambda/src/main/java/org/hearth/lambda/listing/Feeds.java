package org.hearth.lambda.listing;

import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.hearth.forum.listing.ReadFeed;
import org.jdom2.Verifier;

/** Writes conversations as RSS 2.0. */
final class Feeds {
  private final String siteUrl;

  Feeds(String siteUrl) {
    this.siteUrl = siteUrl;
  }

  /** @param link the page that the feed follows, from the slash on */
  String rss(String title, String description, String link, List<ReadFeed.Item> items) {
    var channel = new Channel("rss_2.0");
    channel.setTitle(readable(title));
    channel.setDescription(readable(description));
    channel.setLink(siteUrl + link);
    channel.setLanguage("en-gb");
    channel.setTtl(10);
    items.stream().map(ReadFeed.Item::opening).map(post -> post.createdAt()).max(Instant::compareTo).map(Date::from).ifPresent(channel::setPubDate);
    channel.setItems(items.stream().map(this::item).toList());
    try {
      return new WireFeedOutput().outputString(channel);
    } catch (FeedException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }

  private Item item(ReadFeed.Item of) {
    var item = new Item();
    item.setTitle(readable(of.thread().title()));
    item.setLink(siteUrl + "/thread.html?id=" + of.thread().id());
    item.setPubDate(Date.from(of.opening().createdAt()));
    item.setCategories(of.thread().labels().stream().map(Feeds::category).toList());
    var guid = new Guid();
    guid.setValue(of.thread().id());
    guid.setPermaLink(false);
    item.setGuid(guid);
    var description = new Description();
    description.setType("text/html");
    description.setValue(asHtml(readable(of.opening().shownText())));
    item.setDescription(description);
    // The element "author" wants an e-mail address. There is none to give.
    var creator = new DCModuleImpl();
    creator.setCreator(readable(of.opening().authorName()));
    item.setModules(List.of(creator));
    return item;
  }

  private static Category category(String label) {
    var category = new Category();
    category.setValue(readable(label));
    return category;
  }

  // Feed readers take a description for HTML: what a person typed must come out as they typed it, and do nothing.
  private static String asHtml(String text) {
    return org.jdom2.output.Format.escapeText(character -> character > '~', "<br>", text);
  }

  // Some characters can be typed and stored but not written in XML.
  private static String readable(String text) {
    var kept = new StringBuilder();
    text.codePoints().map(character -> Verifier.isXMLCharacter(character) ? character : '\uFFFD').forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
