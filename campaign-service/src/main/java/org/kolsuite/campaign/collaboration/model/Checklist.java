package org.kolsuite.campaign.collaboration.model;

/**
 * What somebody saw when they looked at the published post.
 *
 * @param live the link opens and shows the content
 * @param tagged every hashtag of the agreement is there
 * @param adMark the 广告 mark, or the agreed disclosure, is there
 * @param shoppingLink the post carries a shopping link
 * @param reported it was placed through the platform's own order system (报备)
 */
public record Checklist(boolean live, boolean tagged, boolean adMark, boolean shoppingLink, boolean reported) {}
