// Made from the schema by `pnpm schema`; do not edit.
/* eslint-disable */
/* prettier-ignore */

export type introspection_types = {
  AiText: {
    kind: 'OBJECT'
    name: 'AiText'
    fields: {
      model: { name: 'model'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      text: {
        name: 'text'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
    }
  }
  Author: {
    kind: 'OBJECT'
    name: 'Author'
    fields: {
      coauthors: {
        name: 'coauthors'
        type: {
          kind: 'LIST'
          name: never
          ofType: {
            kind: 'NON_NULL'
            name: never
            ofType: { kind: 'OBJECT'; name: 'Coauthor'; ofType: null }
          }
        }
      }
      hubUsers: {
        name: 'hubUsers'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'HubUser'; ofType: null }
            }
          }
        }
      }
      id: {
        name: 'id'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } }
      }
      identity: {
        name: 'identity'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'ENUM'; name: 'AuthorIdentity'; ofType: null }
        }
      }
      name: {
        name: 'name'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
      paperCount: {
        name: 'paperCount'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      papers: {
        name: 'papers'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'OBJECT'; name: 'PaperConnection'; ofType: null }
        }
      }
      ref: {
        name: 'ref'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
    }
  }
  AuthorConnection: {
    kind: 'OBJECT'
    name: 'AuthorConnection'
    fields: {
      edges: {
        name: 'edges'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'AuthorEdge'; ofType: null }
            }
          }
        }
      }
      nodes: {
        name: 'nodes'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'Author'; ofType: null }
            }
          }
        }
      }
      pageInfo: {
        name: 'pageInfo'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } }
      }
      totalCount: { name: 'totalCount'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
    }
  }
  AuthorEdge: {
    kind: 'OBJECT'
    name: 'AuthorEdge'
    fields: {
      cursor: {
        name: 'cursor'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
      node: {
        name: 'node'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Author'; ofType: null } }
      }
    }
  }
  AuthorIdentity: { name: 'AuthorIdentity'; enumValues: 'NAME_ONLY' | 'ONE_ACCOUNT' | 'SEVERAL_ACCOUNTS' }
  AuthorshipConnection: {
    kind: 'OBJECT'
    name: 'AuthorshipConnection'
    fields: {
      edges: {
        name: 'edges'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'AuthorshipEdge'; ofType: null }
            }
          }
        }
      }
      nodes: {
        name: 'nodes'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'Author'; ofType: null }
            }
          }
        }
      }
      pageInfo: {
        name: 'pageInfo'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } }
      }
      totalCount: { name: 'totalCount'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
    }
  }
  AuthorshipEdge: {
    kind: 'OBJECT'
    name: 'AuthorshipEdge'
    fields: {
      claim: { name: 'claim'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      cursor: {
        name: 'cursor'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
      hubUser: { name: 'hubUser'; type: { kind: 'OBJECT'; name: 'HubUser'; ofType: null } }
      node: {
        name: 'node'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Author'; ofType: null } }
      }
      position: {
        name: 'position'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      printedName: {
        name: 'printedName'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
    }
  }
  Boolean: unknown
  Bucket: { name: 'Bucket'; enumValues: 'DAY' | 'MONTH' | 'WEEK' }
  Change: {
    kind: 'OBJECT'
    name: 'Change'
    fields: {
      at: {
        name: 'at'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } }
      }
      day: { name: 'day'; type: { kind: 'SCALAR'; name: 'Date'; ofType: null } }
      key: {
        name: 'key'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
      kind: {
        name: 'kind'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'ChangeKind'; ofType: null } }
      }
      paper: { name: 'paper'; type: { kind: 'OBJECT'; name: 'Paper'; ofType: null } }
      paperId: {
        name: 'paperId'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
      parts: {
        name: 'parts'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'ENUM'; name: 'PaperPart'; ofType: null }
            }
          }
        }
      }
      threshold: { name: 'threshold'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
    }
  }
  ChangeConnection: {
    kind: 'OBJECT'
    name: 'ChangeConnection'
    fields: {
      edges: {
        name: 'edges'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'ChangeEdge'; ofType: null }
            }
          }
        }
      }
      nodes: {
        name: 'nodes'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'Change'; ofType: null }
            }
          }
        }
      }
      pageInfo: {
        name: 'pageInfo'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } }
      }
    }
  }
  ChangeEdge: {
    kind: 'OBJECT'
    name: 'ChangeEdge'
    fields: {
      cursor: {
        name: 'cursor'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
      node: {
        name: 'node'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Change'; ofType: null } }
      }
    }
  }
  ChangeKind: {
    name: 'ChangeKind'
    enumValues: 'CODE_ADDED' | 'FEATURED' | 'METADATA_CHANGED' | 'UPVOTES_PASSED'
  }
  Coauthor: {
    kind: 'OBJECT'
    name: 'Coauthor'
    fields: {
      author: {
        name: 'author'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Author'; ofType: null } }
      }
      paperCount: {
        name: 'paperCount'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
    }
  }
  CodeRepository: {
    kind: 'OBJECT'
    name: 'CodeRepository'
    fields: {
      addedBy: { name: 'addedBy'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      stars: { name: 'stars'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      url: {
        name: 'url'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'URL'; ofType: null } }
      }
    }
  }
  Date: unknown
  DateRange: {
    kind: 'INPUT_OBJECT'
    name: 'DateRange'
    isOneOf: true
    inputFields: [
      { name: 'days'; type: { kind: 'INPUT_OBJECT'; name: 'DaySpan'; ofType: null }; defaultValue: null },
      { name: 'lastDays'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null }; defaultValue: null },
      { name: 'month'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null },
      { name: 'week'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null },
    ]
  }
  DateTime: unknown
  Day: {
    kind: 'OBJECT'
    name: 'Day'
    fields: {
      date: {
        name: 'date'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Date'; ofType: null } }
      }
      id: {
        name: 'id'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } }
      }
      isComplete: {
        name: 'isComplete'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } }
      }
      next: { name: 'next'; type: { kind: 'SCALAR'; name: 'Date'; ofType: null } }
      paperCount: {
        name: 'paperCount'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      papers: {
        name: 'papers'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'OBJECT'; name: 'PaperConnection'; ofType: null }
        }
      }
      previous: { name: 'previous'; type: { kind: 'SCALAR'; name: 'Date'; ofType: null } }
      updatedAt: { name: 'updatedAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } }
    }
  }
  DayConnection: {
    kind: 'OBJECT'
    name: 'DayConnection'
    fields: {
      edges: {
        name: 'edges'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'DayEdge'; ofType: null }
            }
          }
        }
      }
      nodes: {
        name: 'nodes'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Day'; ofType: null } }
          }
        }
      }
      pageInfo: {
        name: 'pageInfo'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } }
      }
      totalCount: { name: 'totalCount'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
    }
  }
  DayEdge: {
    kind: 'OBJECT'
    name: 'DayEdge'
    fields: {
      cursor: {
        name: 'cursor'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
      node: {
        name: 'node'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Day'; ofType: null } }
      }
    }
  }
  DaySpan: {
    kind: 'INPUT_OBJECT'
    name: 'DaySpan'
    isOneOf: false
    inputFields: [
      { name: 'from'; type: { kind: 'SCALAR'; name: 'Date'; ofType: null }; defaultValue: null },
      { name: 'to'; type: { kind: 'SCALAR'; name: 'Date'; ofType: null }; defaultValue: null },
    ]
  }
  Distribution: {
    kind: 'OBJECT'
    name: 'Distribution'
    fields: {
      known: {
        name: 'known'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      max: { name: 'max'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      mean: { name: 'mean'; type: { kind: 'SCALAR'; name: 'Float'; ofType: null } }
      median: { name: 'median'; type: { kind: 'SCALAR'; name: 'Float'; ofType: null } }
      sum: {
        name: 'sum'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
    }
  }
  Facets: {
    kind: 'OBJECT'
    name: 'Facets'
    fields: {
      keywords: {
        name: 'keywords'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'KeywordCount'; ofType: null }
            }
          }
        }
      }
      organizations: {
        name: 'organizations'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'OrganizationCount'; ofType: null }
            }
          }
        }
      }
      years: {
        name: 'years'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'YearCount'; ofType: null }
            }
          }
        }
      }
    }
  }
  FeedFormat: { name: 'FeedFormat'; enumValues: 'ATOM' | 'JSON' }
  Float: unknown
  Highlight: {
    kind: 'OBJECT'
    name: 'Highlight'
    fields: {
      field: {
        name: 'field'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'ENUM'; name: 'HighlightField'; ofType: null }
        }
      }
      ranges: {
        name: 'ranges'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'TextRange'; ofType: null }
            }
          }
        }
      }
      text: {
        name: 'text'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
    }
  }
  HighlightField: {
    name: 'HighlightField'
    enumValues: 'ABSTRACT' | 'AI_SUMMARY' | 'AUTHOR' | 'KEYWORD' | 'NAME' | 'TITLE'
  }
  HubUser: {
    kind: 'OBJECT'
    name: 'HubUser'
    fields: {
      avatar: { name: 'avatar'; type: { kind: 'SCALAR'; name: 'URL'; ofType: null } }
      fullName: { name: 'fullName'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      id: {
        name: 'id'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } }
      }
      paperCount: {
        name: 'paperCount'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      papers: {
        name: 'papers'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'OBJECT'; name: 'PaperConnection'; ofType: null }
        }
      }
      profile: {
        name: 'profile'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'URL'; ofType: null } }
      }
      submissionCount: {
        name: 'submissionCount'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      submissions: {
        name: 'submissions'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'OBJECT'; name: 'PaperConnection'; ofType: null }
        }
      }
      username: {
        name: 'username'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
    }
  }
  HubUserConnection: {
    kind: 'OBJECT'
    name: 'HubUserConnection'
    fields: {
      edges: {
        name: 'edges'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'HubUserEdge'; ofType: null }
            }
          }
        }
      }
      nodes: {
        name: 'nodes'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'HubUser'; ofType: null }
            }
          }
        }
      }
      pageInfo: {
        name: 'pageInfo'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } }
      }
      totalCount: { name: 'totalCount'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
    }
  }
  HubUserEdge: {
    kind: 'OBJECT'
    name: 'HubUserEdge'
    fields: {
      cursor: {
        name: 'cursor'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
      node: {
        name: 'node'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'HubUser'; ofType: null } }
      }
    }
  }
  ID: unknown
  Int: unknown
  Keyword: {
    kind: 'OBJECT'
    name: 'Keyword'
    fields: {
      id: {
        name: 'id'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } }
      }
      name: {
        name: 'name'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
      paperCount: {
        name: 'paperCount'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      papers: {
        name: 'papers'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'OBJECT'; name: 'PaperConnection'; ofType: null }
        }
      }
      timeline: {
        name: 'timeline'
        type: {
          kind: 'LIST'
          name: never
          ofType: {
            kind: 'NON_NULL'
            name: never
            ofType: { kind: 'OBJECT'; name: 'TimelinePoint'; ofType: null }
          }
        }
      }
    }
  }
  KeywordConnection: {
    kind: 'OBJECT'
    name: 'KeywordConnection'
    fields: {
      edges: {
        name: 'edges'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'KeywordEdge'; ofType: null }
            }
          }
        }
      }
      nodes: {
        name: 'nodes'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'Keyword'; ofType: null }
            }
          }
        }
      }
      pageInfo: {
        name: 'pageInfo'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } }
      }
      totalCount: { name: 'totalCount'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
    }
  }
  KeywordCount: {
    kind: 'OBJECT'
    name: 'KeywordCount'
    fields: {
      keyword: {
        name: 'keyword'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Keyword'; ofType: null } }
      }
      paperCount: {
        name: 'paperCount'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
    }
  }
  KeywordEdge: {
    kind: 'OBJECT'
    name: 'KeywordEdge'
    fields: {
      cursor: {
        name: 'cursor'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
      node: {
        name: 'node'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Keyword'; ofType: null } }
      }
    }
  }
  KeywordTrend: {
    kind: 'OBJECT'
    name: 'KeywordTrend'
    fields: {
      change: {
        name: 'change'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Float'; ofType: null } }
      }
      keyword: {
        name: 'keyword'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Keyword'; ofType: null } }
      }
      meanBefore: {
        name: 'meanBefore'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Float'; ofType: null } }
      }
      paperCount: {
        name: 'paperCount'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
    }
  }
  Metric: { name: 'Metric'; enumValues: 'COMMENTS' | 'GITHUB_STARS' | 'UPVOTES' }
  MetricPoint: {
    kind: 'OBJECT'
    name: 'MetricPoint'
    fields: {
      at: {
        name: 'at'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } }
      }
      value: { name: 'value'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
    }
  }
  NamedOrder: {
    kind: 'INPUT_OBJECT'
    name: 'NamedOrder'
    isOneOf: false
    inputFields: [
      { name: 'direction'; type: { kind: 'ENUM'; name: 'OrderDirection'; ofType: null }; defaultValue: null },
      {
        name: 'field'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'ENUM'; name: 'NamedOrderField'; ofType: null }
        }
        defaultValue: null
      },
    ]
  }
  NamedOrderField: { name: 'NamedOrderField'; enumValues: 'NAME' | 'PAPER_COUNT' }
  Node: {
    kind: 'INTERFACE'
    name: 'Node'
    fields: {
      id: {
        name: 'id'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } }
      }
    }
    possibleTypes: 'Author' | 'Day' | 'HubUser' | 'Keyword' | 'Organization' | 'Paper'
  }
  OrderDirection: { name: 'OrderDirection'; enumValues: 'ASC' | 'DESC' }
  Organization: {
    kind: 'OBJECT'
    name: 'Organization'
    fields: {
      avatar: { name: 'avatar'; type: { kind: 'SCALAR'; name: 'URL'; ofType: null } }
      fullName: { name: 'fullName'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      id: {
        name: 'id'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } }
      }
      name: {
        name: 'name'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
      paperCount: {
        name: 'paperCount'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      papers: {
        name: 'papers'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'OBJECT'; name: 'PaperConnection'; ofType: null }
        }
      }
      profile: {
        name: 'profile'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'URL'; ofType: null } }
      }
      timeline: {
        name: 'timeline'
        type: {
          kind: 'LIST'
          name: never
          ofType: {
            kind: 'NON_NULL'
            name: never
            ofType: { kind: 'OBJECT'; name: 'TimelinePoint'; ofType: null }
          }
        }
      }
    }
  }
  OrganizationConnection: {
    kind: 'OBJECT'
    name: 'OrganizationConnection'
    fields: {
      edges: {
        name: 'edges'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'OrganizationEdge'; ofType: null }
            }
          }
        }
      }
      nodes: {
        name: 'nodes'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'Organization'; ofType: null }
            }
          }
        }
      }
      pageInfo: {
        name: 'pageInfo'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } }
      }
      totalCount: { name: 'totalCount'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
    }
  }
  OrganizationCount: {
    kind: 'OBJECT'
    name: 'OrganizationCount'
    fields: {
      organization: {
        name: 'organization'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'OBJECT'; name: 'Organization'; ofType: null }
        }
      }
      paperCount: {
        name: 'paperCount'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
    }
  }
  OrganizationEdge: {
    kind: 'OBJECT'
    name: 'OrganizationEdge'
    fields: {
      cursor: {
        name: 'cursor'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
      node: {
        name: 'node'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'OBJECT'; name: 'Organization'; ofType: null }
        }
      }
    }
  }
  PageInfo: {
    kind: 'OBJECT'
    name: 'PageInfo'
    fields: {
      endCursor: { name: 'endCursor'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      hasNextPage: {
        name: 'hasNextPage'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } }
      }
      hasPreviousPage: {
        name: 'hasPreviousPage'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } }
      }
      startCursor: { name: 'startCursor'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } }
    }
  }
  Paper: {
    kind: 'OBJECT'
    name: 'Paper'
    fields: {
      abstract: {
        name: 'abstract'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
      aiSummary: { name: 'aiSummary'; type: { kind: 'OBJECT'; name: 'AiText'; ofType: null } }
      authorParticipates: {
        name: 'authorParticipates'
        type: { kind: 'SCALAR'; name: 'Boolean'; ofType: null }
      }
      authors: {
        name: 'authors'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'OBJECT'; name: 'AuthorshipConnection'; ofType: null }
        }
      }
      bibtex: {
        name: 'bibtex'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
      code: { name: 'code'; type: { kind: 'OBJECT'; name: 'CodeRepository'; ofType: null } }
      comments: { name: 'comments'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      dayRank: { name: 'dayRank'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      days: {
        name: 'days'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Day'; ofType: null } }
          }
        }
      }
      featuredOn: {
        name: 'featuredOn'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Date'; ofType: null } }
      }
      history: {
        name: 'history'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'MetricPoint'; ofType: null }
            }
          }
        }
      }
      id: {
        name: 'id'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } }
      }
      keywords: {
        name: 'keywords'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'Keyword'; ofType: null }
            }
          }
        }
      }
      links: {
        name: 'links'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PaperLinks'; ofType: null } }
      }
      markdown: {
        name: 'markdown'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
      media: {
        name: 'media'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'URL'; ofType: null } }
          }
        }
      }
      metricAt: { name: 'metricAt'; type: { kind: 'OBJECT'; name: 'MetricPoint'; ofType: null } }
      organization: { name: 'organization'; type: { kind: 'OBJECT'; name: 'Organization'; ofType: null } }
      paperId: {
        name: 'paperId'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
      projectPage: { name: 'projectPage'; type: { kind: 'SCALAR'; name: 'URL'; ofType: null } }
      publishedAt: {
        name: 'publishedAt'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } }
      }
      similar: {
        name: 'similar'
        type: {
          kind: 'LIST'
          name: never
          ofType: {
            kind: 'NON_NULL'
            name: never
            ofType: { kind: 'OBJECT'; name: 'SimilarPaper'; ofType: null }
          }
        }
      }
      submittedAt: { name: 'submittedAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } }
      submitter: { name: 'submitter'; type: { kind: 'OBJECT'; name: 'HubUser'; ofType: null } }
      thumbnail: { name: 'thumbnail'; type: { kind: 'SCALAR'; name: 'URL'; ofType: null } }
      title: {
        name: 'title'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
      updatedAt: {
        name: 'updatedAt'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } }
      }
      upvotes: { name: 'upvotes'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      withdrawnAt: { name: 'withdrawnAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } }
    }
  }
  PaperConnection: {
    kind: 'OBJECT'
    name: 'PaperConnection'
    fields: {
      edges: {
        name: 'edges'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'PaperEdge'; ofType: null }
            }
          }
        }
      }
      feedUrl: { name: 'feedUrl'; type: { kind: 'SCALAR'; name: 'URL'; ofType: null } }
      nodes: {
        name: 'nodes'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Paper'; ofType: null } }
          }
        }
      }
      pageInfo: {
        name: 'pageInfo'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } }
      }
      totalCount: { name: 'totalCount'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
    }
  }
  PaperEdge: {
    kind: 'OBJECT'
    name: 'PaperEdge'
    fields: {
      cursor: {
        name: 'cursor'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
      node: {
        name: 'node'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Paper'; ofType: null } }
      }
    }
  }
  PaperFilter: {
    kind: 'INPUT_OBJECT'
    name: 'PaperFilter'
    isOneOf: false
    inputFields: [
      {
        name: 'authors'
        type: {
          kind: 'LIST'
          name: never
          ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
        }
        defaultValue: null
      },
      {
        name: 'featured'
        type: { kind: 'INPUT_OBJECT'; name: 'DateRange'; ofType: null }
        defaultValue: null
      },
      { name: 'hasAiSummary'; type: { kind: 'SCALAR'; name: 'Boolean'; ofType: null }; defaultValue: null },
      { name: 'hasCode'; type: { kind: 'SCALAR'; name: 'Boolean'; ofType: null }; defaultValue: null },
      { name: 'hasProjectPage'; type: { kind: 'SCALAR'; name: 'Boolean'; ofType: null }; defaultValue: null },
      {
        name: 'keywords'
        type: {
          kind: 'LIST'
          name: never
          ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
        }
        defaultValue: null
      },
      { name: 'minGithubStars'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null }; defaultValue: null },
      { name: 'minUpvotes'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null }; defaultValue: null },
      {
        name: 'organizations'
        type: {
          kind: 'LIST'
          name: never
          ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
        }
        defaultValue: null
      },
      {
        name: 'published'
        type: { kind: 'INPUT_OBJECT'; name: 'DateRange'; ofType: null }
        defaultValue: null
      },
      {
        name: 'submitters'
        type: {
          kind: 'LIST'
          name: never
          ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
        }
        defaultValue: null
      },
      { name: 'text'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null },
    ]
  }
  PaperLinks: {
    kind: 'OBJECT'
    name: 'PaperLinks'
    fields: {
      alphaXiv: {
        name: 'alphaXiv'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'URL'; ofType: null } }
      }
      arxiv: {
        name: 'arxiv'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'URL'; ofType: null } }
      }
      doi: {
        name: 'doi'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'URL'; ofType: null } }
      }
      huggingFace: {
        name: 'huggingFace'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'URL'; ofType: null } }
      }
      pdf: {
        name: 'pdf'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'URL'; ofType: null } }
      }
    }
  }
  PaperOrder: {
    kind: 'INPUT_OBJECT'
    name: 'PaperOrder'
    isOneOf: false
    inputFields: [
      { name: 'direction'; type: { kind: 'ENUM'; name: 'OrderDirection'; ofType: null }; defaultValue: null },
      {
        name: 'field'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'ENUM'; name: 'PaperOrderField'; ofType: null }
        }
        defaultValue: null
      },
    ]
  }
  PaperOrderField: {
    name: 'PaperOrderField'
    enumValues: 'FEATURED_ON' | 'PUBLISHED_AT' | 'TRENDING' | 'UPVOTES'
  }
  PaperPart: {
    name: 'PaperPart'
    enumValues:
      | 'ABSTRACT'
      | 'AI_SUMMARY'
      | 'AUTHORS'
      | 'CODE'
      | 'KEYWORDS'
      | 'MEDIA'
      | 'ORGANIZATION'
      | 'PROJECT_PAGE'
      | 'PUBLISHED_AT'
      | 'THUMBNAIL'
      | 'TITLE'
      | 'WITHDRAWN_AT'
  }
  Query: {
    kind: 'OBJECT'
    name: 'Query'
    fields: {
      author: { name: 'author'; type: { kind: 'OBJECT'; name: 'Author'; ofType: null } }
      authors: {
        name: 'authors'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'OBJECT'; name: 'AuthorConnection'; ofType: null }
        }
      }
      changes: {
        name: 'changes'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'OBJECT'; name: 'ChangeConnection'; ofType: null }
        }
      }
      day: { name: 'day'; type: { kind: 'OBJECT'; name: 'Day'; ofType: null } }
      days: {
        name: 'days'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'OBJECT'; name: 'DayConnection'; ofType: null }
        }
      }
      hubUser: { name: 'hubUser'; type: { kind: 'OBJECT'; name: 'HubUser'; ofType: null } }
      hubUsers: {
        name: 'hubUsers'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'OBJECT'; name: 'HubUserConnection'; ofType: null }
        }
      }
      keyword: { name: 'keyword'; type: { kind: 'OBJECT'; name: 'Keyword'; ofType: null } }
      keywordTrends: {
        name: 'keywordTrends'
        type: {
          kind: 'LIST'
          name: never
          ofType: {
            kind: 'NON_NULL'
            name: never
            ofType: { kind: 'OBJECT'; name: 'KeywordTrend'; ofType: null }
          }
        }
      }
      keywords: {
        name: 'keywords'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'OBJECT'; name: 'KeywordConnection'; ofType: null }
        }
      }
      node: { name: 'node'; type: { kind: 'INTERFACE'; name: 'Node'; ofType: null } }
      nodes: {
        name: 'nodes'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'LIST'; name: never; ofType: { kind: 'INTERFACE'; name: 'Node'; ofType: null } }
        }
      }
      organization: { name: 'organization'; type: { kind: 'OBJECT'; name: 'Organization'; ofType: null } }
      organizations: {
        name: 'organizations'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'OBJECT'; name: 'OrganizationConnection'; ofType: null }
        }
      }
      paper: { name: 'paper'; type: { kind: 'OBJECT'; name: 'Paper'; ofType: null } }
      papers: { name: 'papers'; type: { kind: 'OBJECT'; name: 'PaperConnection'; ofType: null } }
      papersByRef: {
        name: 'papersByRef'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'LIST'; name: never; ofType: { kind: 'OBJECT'; name: 'Paper'; ofType: null } }
        }
      }
      rising: {
        name: 'rising'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'OBJECT'; name: 'RisingPaperConnection'; ofType: null }
        }
      }
      search: { name: 'search'; type: { kind: 'OBJECT'; name: 'SearchConnection'; ofType: null } }
      stats: { name: 'stats'; type: { kind: 'OBJECT'; name: 'Stats'; ofType: null } }
      status: {
        name: 'status'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Status'; ofType: null } }
      }
    }
  }
  RisingPaper: {
    kind: 'OBJECT'
    name: 'RisingPaper'
    fields: {
      from: {
        name: 'from'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'MetricPoint'; ofType: null } }
      }
      gained: {
        name: 'gained'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      paper: { name: 'paper'; type: { kind: 'OBJECT'; name: 'Paper'; ofType: null } }
      paperId: {
        name: 'paperId'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
      to: {
        name: 'to'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'MetricPoint'; ofType: null } }
      }
    }
  }
  RisingPaperConnection: {
    kind: 'OBJECT'
    name: 'RisingPaperConnection'
    fields: {
      edges: {
        name: 'edges'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'RisingPaperEdge'; ofType: null }
            }
          }
        }
      }
      nodes: {
        name: 'nodes'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'RisingPaper'; ofType: null }
            }
          }
        }
      }
      pageInfo: {
        name: 'pageInfo'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } }
      }
      totalCount: { name: 'totalCount'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
    }
  }
  RisingPaperEdge: {
    kind: 'OBJECT'
    name: 'RisingPaperEdge'
    fields: {
      cursor: {
        name: 'cursor'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
      node: {
        name: 'node'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'RisingPaper'; ofType: null } }
      }
    }
  }
  RisingWindow: { name: 'RisingWindow'; enumValues: 'DAY' | 'THREE_DAYS' | 'WEEK' }
  SearchConnection: {
    kind: 'OBJECT'
    name: 'SearchConnection'
    fields: {
      edges: {
        name: 'edges'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'SearchEdge'; ofType: null }
            }
          }
        }
      }
      facets: { name: 'facets'; type: { kind: 'OBJECT'; name: 'Facets'; ofType: null } }
      hasAllWords: {
        name: 'hasAllWords'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } }
      }
      nodes: {
        name: 'nodes'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'UNION'; name: 'SearchResult'; ofType: null }
            }
          }
        }
      }
      pageInfo: {
        name: 'pageInfo'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } }
      }
      totalCount: { name: 'totalCount'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
    }
  }
  SearchEdge: {
    kind: 'OBJECT'
    name: 'SearchEdge'
    fields: {
      cursor: {
        name: 'cursor'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } }
      }
      highlights: {
        name: 'highlights'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'Highlight'; ofType: null }
            }
          }
        }
      }
      node: {
        name: 'node'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'UNION'; name: 'SearchResult'; ofType: null } }
      }
    }
  }
  SearchIn: { name: 'SearchIn'; enumValues: 'AUTHORS' | 'KEYWORDS' | 'ORGANIZATIONS' | 'PAPERS' }
  SearchResult: {
    kind: 'UNION'
    name: 'SearchResult'
    fields: {}
    possibleTypes: 'Author' | 'Keyword' | 'Organization' | 'Paper'
  }
  SimilarPaper: {
    kind: 'OBJECT'
    name: 'SimilarPaper'
    fields: {
      paper: {
        name: 'paper'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Paper'; ofType: null } }
      }
      score: {
        name: 'score'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Float'; ofType: null } }
      }
      sharedAuthors: {
        name: 'sharedAuthors'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'Author'; ofType: null }
            }
          }
        }
      }
      sharedKeywords: {
        name: 'sharedKeywords'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: {
            kind: 'LIST'
            name: never
            ofType: {
              kind: 'NON_NULL'
              name: never
              ofType: { kind: 'OBJECT'; name: 'Keyword'; ofType: null }
            }
          }
        }
      }
    }
  }
  Stats: {
    kind: 'OBJECT'
    name: 'Stats'
    fields: {
      authorCount: {
        name: 'authorCount'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      facets: {
        name: 'facets'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Facets'; ofType: null } }
      }
      githubStars: {
        name: 'githubStars'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'OBJECT'; name: 'Distribution'; ofType: null }
        }
      }
      keywordCount: {
        name: 'keywordCount'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      organizationCount: {
        name: 'organizationCount'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      paperCount: {
        name: 'paperCount'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      timeline: {
        name: 'timeline'
        type: {
          kind: 'LIST'
          name: never
          ofType: {
            kind: 'NON_NULL'
            name: never
            ofType: { kind: 'OBJECT'; name: 'TimelinePoint'; ofType: null }
          }
        }
      }
      upvotes: {
        name: 'upvotes'
        type: {
          kind: 'NON_NULL'
          name: never
          ofType: { kind: 'OBJECT'; name: 'Distribution'; ofType: null }
        }
      }
      withAiSummary: {
        name: 'withAiSummary'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      withCode: {
        name: 'withCode'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      withProjectPage: {
        name: 'withProjectPage'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
    }
  }
  Status: {
    kind: 'OBJECT'
    name: 'Status'
    fields: {
      authorCount: {
        name: 'authorCount'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      dayCount: {
        name: 'dayCount'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      feedAnswered: { name: 'feedAnswered'; type: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } }
      hubUserCount: {
        name: 'hubUserCount'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      keywordCount: {
        name: 'keywordCount'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      lastIngestAt: { name: 'lastIngestAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } }
      latestDay: { name: 'latestDay'; type: { kind: 'OBJECT'; name: 'Day'; ofType: null } }
      organizationCount: {
        name: 'organizationCount'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      paperCount: {
        name: 'paperCount'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      snapshotAt: { name: 'snapshotAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } }
    }
  }
  String: unknown
  TextRange: {
    kind: 'OBJECT'
    name: 'TextRange'
    fields: {
      end: {
        name: 'end'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      start: {
        name: 'start'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
    }
  }
  TimelinePoint: {
    kind: 'OBJECT'
    name: 'TimelinePoint'
    fields: {
      allPapers: {
        name: 'allPapers'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      from: {
        name: 'from'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Date'; ofType: null } }
      }
      paperCount: {
        name: 'paperCount'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      to: {
        name: 'to'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Date'; ofType: null } }
      }
    }
  }
  TrendDirection: { name: 'TrendDirection'; enumValues: 'FALLING' | 'RISING' }
  URL: unknown
  YearCount: {
    kind: 'OBJECT'
    name: 'YearCount'
    fields: {
      paperCount: {
        name: 'paperCount'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
      year: {
        name: 'year'
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } }
      }
    }
  }
}

/** An IntrospectionQuery representation of your schema.
 *
 * @remarks
 * This is an introspection of your schema saved as a file by GraphQLSP.
 * It will automatically be used by `gql.tada` to infer the types of your GraphQL documents.
 * If you need to reuse this data or update your `scalars`, update `tadaOutputLocation` to
 * instead save to a .ts instead of a .d.ts file.
 */
export type introspection = {
  name: never
  query: 'Query'
  mutation: never
  subscription: never
  types: introspection_types
}

import * as gqlTada from 'gql.tada'

declare module 'gql.tada' {
  interface setupSchema {
    introspection: introspection
  }
}
