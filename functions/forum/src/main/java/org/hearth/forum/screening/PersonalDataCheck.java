package org.hearth.forum.screening;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** Looks for personal data. */
final class PersonalDataCheck implements Check {
  private static final Pattern EMAIL = Pattern.compile("[a-z0-9._%+-]+@[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,}");

  @Override
  public String id() {
    return "personal_data";
  }

  @Override
  public List<Finding> findings(Prepared post) {
    List<Finding> found = new ArrayList<>();
    Folded text = post.folded();
    Matcher email = EMAIL.matcher(text.chars());
    while (email.find()) {
      found.add(new Finding(Family.PERSONAL_DATA, "personal-data.email", Grade.AMBER, text.start(email.start()),
          text.end(email.end() - 1), "An e-mail address."));
    }
    for (var number : PhoneNumberUtil.getInstance().findNumbers(text.chars(), "GB", PhoneNumberUtil.Leniency.VALID, 50)) {
      found.add(new Finding(Family.PERSONAL_DATA, "personal-data.phone", Grade.AMBER, text.start(number.start()),
          text.end(number.end() - 1), "A phone number."));
    }
    return found;
  }
}
