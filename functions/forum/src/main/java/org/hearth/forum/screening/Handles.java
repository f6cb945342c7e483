package org.hearth.forum.screening;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;

/** Names on other sites, by which a member can be found. */
final class Handles {
  private static final String SITE = "(?:instagram|insta|ig|snapchat|snap|sc|twitter|tiktok|tik tok|discord|telegram|tele|kik"
      + "|reddit|xbox|xbl|psn|playstation|gamertag|"
      + "gamer tag|steam|facebook|fb|messenger|skype|wechat|threads|bluesky|bsky|mastodon|tumblr|twitch|youtube|linkedin|signal"
      + "|whatsapp|cashapp|cash app|venmo|"
      + "paypal|onlyfans|pinterest|strava|bereal|roblox|minecraft|epic|battlenet|nintendo|switch|soundcloud|spotify|substack"
      + "|viber|line)";
  private static final String NAME = "(@?[\\p{L}\\d_$][\\p{L}\\d_.$:#@-]{2,38})";
  private static final Pattern LINK = Pattern.compile("\\b(?:https?://)?(?:www\\.|m\\.)?(?:facebook\\.com|fb\\.com|fb\\.me"
      + "|instagram\\.com|twitter\\.com|x\\.com|tiktok\\.com|t\\.me|"
      + "snapchat\\.com/add|linkedin\\.com/in|reddit\\.com/(?:u|user)|youtube\\.com/@?|twitch\\.tv|paypal\\.me|ko-fi\\.com"
      + "|discord\\.gg|wa\\.me|threads\\.net|bsky\\.app/profile|"
      + "onlyfans\\.com|venmo\\.com|cash\\.app|linktr\\.ee|open\\.spotify\\.com/user|soundcloud\\.com|tumblr\\.com"
      + "|patreon\\.com|github\\.com)/@?[\\w.$-]{2,40}");
  private static final Pattern USER = Pattern.compile("(?:^|[\\s(:,/])(/?u/[\\w-]{3,30}|[\\w.]{2,30}#\\d{4}\\b"
      + "|live:[\\w.]{3,40}|@[\\w.-]{2,30}@[\\w-]+(?:\\.[\\w-]+)+|\\$[A-Za-z]\\w{4,20})");
  private static final Pattern AT = Pattern.compile("(?:^|[^\\w@./])(@[\\w][\\w.$-]{2,38})");
  private static final Pattern NAMED = Pattern.compile("\\b" + SITE + "(?:'s|s)?(?: (?:account|handle|name|username|user"
      + "|user name|id|profile|page|tag|me|called))*"
      + " ?(?:is|are|=|:|-|->|under|as|at|on|@|it's|its|called|es|ist|e|c'est|adi)? ?(?:now |still |my |just |also |the |same "
      + "|only )*[:\"“']? ?" + NAME);
  private static final Pattern ON_SITE = Pattern.compile("\\b(?:i'm|im|i am|find me|add me|follow me|add|follow|me|message|dm"
      + "|msg|it's|its|username|user name|handle|account|called|name|as|is|under|search|look up|look for|mine's|mine is) "
      + "(?:@ ?|as |under |is |at |called |for |up |on )*[\"“']?" + NAME + "[\"”']? (?:on|over on|in|auf|en|sur|su) (?:my |the "
      + "|their )?" + SITE + "\\b");
  private static final Pattern USERNAME = Pattern.compile("\\b(?:my |his |her |same )?(?:username|user name|handle|gamertag"
      + "|gamer tag|screen name|user|tag|@)(?:'s| is|:| =| there is| everywhere is) [\"“']?" + NAME);
  private static final Pattern CONTACT = Pattern.compile("\\b(?:" + SITE + "|follow|add|find|dm|message|msg|account|handle"
      + "|username|im|i'm|i am|me|mine|he's|she's|him|her|my|profile|page|insta|tag me|block|report|contact|reach|is|group"
      + "|chat)\\b");
  private static final Pattern GAMERTAG = Pattern.compile(
      "\\b(?i:gamertag|gamer tag|psn|xbox(?: name| tag| id)?|steam name|steam)(?: is|:|'s)? ((?:[A-Z0-9][\\w']* ?){2,5})");
  private static final Pattern LIKE_A_HANDLE = Pattern.compile(".*[\\d_.].*[a-z\\d]");
  private static final Pattern TAIL = Pattern.compile("[.:-]+$");
  private static final Pattern UNUSUAL = Pattern.compile(".*[a-z].*\\d.*|\\d.*[a-z].*|.*_.*|.*[a-z]\\.[a-z].*|@.+|\\$.+");
  private static final Pattern CAPITAL_INSIDE = Pattern.compile(".*\\p{Lu}.*\\p{Ll}.*|.*\\p{Ll}\\p{Lu}.*");
  private static final Pattern SAID = Pattern.compile(
      " is|:|=|'s|’s|->|-|@| as| under| handle| username| name| es| ist| add| me| called");
  private static final Pattern LETTERS_FIRST = Pattern.compile("[a-z]{5,}.*");
  /** Texts without any of these need no closer look. */
  private static final List<String> CUES = List.of("@", ".com/", ".me/", "u/", "#", "$", "live:", ".tv/", ".gg/", ".app",
      ".net/", "linktr", "insta", " ig ", "ig:", "snap", "sc:", " sc ", "twitter", "tiktok", "tik tok", "discord", "telegram",
      "tele ", "kik", "reddit", "xbox",
      "psn", "playstation", "gamertag", "gamer tag", "steam", "facebook", "fb", "messenger", "skype", "wechat", "threads",
      "bluesky", "mastodon", "tumblr", "twitch", "youtube", "linkedin",
      "signal", "whatsapp", "cashapp", "cash app", "venmo", "paypal", "onlyfans", "strava", "bereal", "roblox", "minecraft",
      "nintendo", "switch", "soundcloud", "spotify", "viber", "username",
      "user name", "handle", "screen name", "substack", "pinterest", "battlenet", "epic");
  private static final Set<String> NOBODY = Set.of("@admin", "@admins", "@mod", "@mods", "@moderator", "@moderators",
      "@everyone", "@all", "@here", "@team",
      "@hearth", "@staff", "@channel", "@home", "@work", "@nhs", "@nhsuk", "@mindcharity", "@samaritans", "@giveusashout",
      "@bbc", "@gmail", "@hotmail", "@rethink", "@support");
  private static final Set<String> NO_NAMES = Set.of("and", "but", "for", "the", "this", "that", "too", "post", "posts", "page",
      "group", "groups", "was", "has", "are", "not", "it's", "its",
      "account", "friends", "friend", "people", "app", "live", "today", "again", "because", "when", "with", "without",
      "yesterday", "all", "now", "then", "thing", "video", "videos", "messages",
      "message", "call", "calls", "chat", "game", "games", "off", "down", "there", "here", "more", "than", "stuff", "feed",
      "story", "stories", "made", "makes", "gives", "deleted", "banned", "blocked", "just",
      "before", "after", "about", "from", "what", "where", "why", "how", "who", "your", "you", "them", "they", "his", "her",
      "him", "she", "mine", "ours", "really", "always", "never", "support", "memories", "marketplace",
      "number", "name", "profile", "username", "handle", "something", "anything", "nothing", "someone", "anyone", "everyone",
      "full", "good", "great", "bad", "horrible", "better", "worse", "fine", "work", "works",
      "please", "thanks", "cheers", "love", "dms", "likes", "followers", "addict", "addiction", "scam", "scams", "scammers",
      "gift", "link", "links", "pics", "photos", "photo", "picture", "pictures", "sucks");

  private Handles() {}

  static void find(Prepared post, List<Person> found) {
    String text = post.text();
    Folded folded = post.folded();
    String chars = folded.chars();
    if (!Cues.any(chars, CUES)) {
      return;
    }
    all(LINK.matcher(chars), 0, folded, found);
    all(USER.matcher(chars), 1, folded, found);
    Matcher at = AT.matcher(chars);
    while (at.find()) {
      String name = chars.substring(at.start(1), at.end(1));
      String around = chars.substring(Math.max(0, at.start(1) - 40), at.start(1)) + " " + chars.substring(at.end(1),
          Math.min(chars.length(), at.end(1) + 20));
      String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
      if (!NOBODY.contains(bare) && (CONTACT.matcher(around).find() || LIKE_A_HANDLE.matcher(name).matches())) {
        add(folded, at.start(1), at.end(1), chars, found);
      }
    }
    for (Pattern pattern : List.of(NAMED, ON_SITE, USERNAME)) {
      Matcher named = pattern.matcher(chars);
      for (int from = 0; from <= chars.length() && named.find(from); from = Math.max(named.start() + 1, named.start(1))) {
        if (isHandle(chars.substring(named.start(1), named.end(1)), text.substring(folded.start(named.start(1)),
            folded.end(named.end(1) - 1)), named.group())) {
          add(folded, named.start(1), named.end(1), chars, found);
        }
      }
    }
    Matcher tag = GAMERTAG.matcher(text);
    while (tag.find()) {
      found.add(new Person(Person.Kind.HANDLE, tag.start(1), tag.start(1) + tag.group(1).stripTrailing().length()));
    }
  }

  /** A word that no list knows, or one that no ordinary word looks like: with digits, dots, underscores, capitals inside. */
  private static boolean isHandle(String name, String written, String all) {
    String bare = TAIL.matcher(name).replaceAll("");
    if (bare.length() < 3 || NO_NAMES.contains(bare) || NOBODY.contains("@" + bare)) {
      return false;
    }
    boolean unusual = UNUSUAL.matcher(bare).matches() || CAPITAL_INSIDE.matcher(written.substring(1)).matches();
    return unusual || SAID.matcher(all).find() && !Spelling.isKnown(bare) && LETTERS_FIRST.matcher(bare).matches();
  }

  private static void all(Matcher matcher, int group, Folded folded, List<Person> found) {
    while (matcher.find()) {
      add(folded, matcher.start(group), matcher.end(group), folded.chars(), found);
    }
  }

  private static void add(Folded folded, int from, int to, String chars, List<Person> found) {
    int end = to;
    while (end - 1 > from && ".:-,".indexOf(chars.charAt(end - 1)) >= 0) {
      end--;
    }
    found.add(new Person(Person.Kind.HANDLE, folded.start(from), folded.end(end - 1)));
  }
}
