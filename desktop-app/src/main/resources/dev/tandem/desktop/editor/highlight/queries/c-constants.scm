; What the query of C leaves out; for C and C++.

[
  (true)
  (false)
] @constant.builtin
