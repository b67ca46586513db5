'use strict';
// {css} {draft}
